/** The command line: `npm run tongze -- <command>`. One file per command; this one knows only their list. */
import { configCommand } from './config.ts';
import { doctorCommand } from './doctor.ts';
import { evaluateCommand } from './evaluate.ts';
import { healthCommand } from './health.ts';
import { keyCommand } from './key.ts';
import { runCommands } from './program.ts';
import { territoryCommand } from './territory.ts';

const COMMANDS = [configCommand, doctorCommand, evaluateCommand, healthCommand, keyCommand, territoryCommand];

process.exitCode = await runCommands(COMMANDS, process.argv.slice(2));
