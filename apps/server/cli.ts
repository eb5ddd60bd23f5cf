import { commands } from './cli/commands.ts';
import { runCommand } from './cli/run.ts';

// Not process.exit: what was written to a pipe must arrive.
process.exitCode = await runCommand(commands, process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
});
