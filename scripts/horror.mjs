#!/usr/bin/env node
// The installed command: plain JavaScript, so that any Node can at least read it.
process.argv.splice(2, 0, "scripts/horror.ts");
await import("./require-node.mjs");
