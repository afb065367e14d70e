/**
 * `node:http` without its WebSocket client: an `import` of the module reads every name that it exports, and that one loads
 * Node's own copy of undici, which takes 14 MB and serves nobody here.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http');
