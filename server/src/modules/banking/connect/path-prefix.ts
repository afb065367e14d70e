import type { Services } from '#platform/context.ts';

/** The path of the public address, without a slash at its end: pages link to paths, so that they work under any host. */
export const pathPrefix = ({ publicUrl }: Services): string => new URL(publicUrl).pathname.replace(/\/$/, '');
