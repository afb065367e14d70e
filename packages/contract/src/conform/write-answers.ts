type Scalar = string | number | boolean | null;

/** A write that was done: `message` is for the customer, further fields are for the reply. */
export function done<F extends Record<string, Scalar>>(
  message: string,
  fields?: F,
): { success: true; message: string } & F {
  return { success: true, message, ...(fields as F) };
}

/** A write that the company's rules refuse: a result like others, so it goes out with 200. */
export function refused(errorCode: string, message: string): { success: false; message: string; error_code: string } {
  return { success: false, message, error_code: errorCode };
}
