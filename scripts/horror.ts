import { run } from "./commands/run.ts";
import { processStreams } from "./commands/streams.ts";

// The process: arguments in, exit code out. Everything else is in commands/.

process.exitCode = await run(process.argv.slice(2), processStreams());
