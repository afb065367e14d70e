const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text from outside can be compared with an id: one that can not is the id of nothing, and no index finds its text. */
export const isUuid = (text: string): boolean => UUID.test(text);
