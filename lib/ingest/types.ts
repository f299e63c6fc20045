/** 10 MB of bytes: what a route takes in before the text's own limit is asked. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
