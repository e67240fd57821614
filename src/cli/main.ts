/** The command line: `npm run tongze -- <command>`. One file per command; this one knows only their list. */
import { backupCommand, restoreCommand } from './backup.ts';
import { bundleCommand } from './bundle.ts';
import { configCommand } from './config.ts';
import { doctorCommand } from './doctor.ts';
import { evaluateCommand } from './evaluate.ts';
import { evidenceCommand } from './evidence.ts';
import { healthCommand } from './health.ts';
import { keyCommand } from './key.ts';
import { runCommands } from './program.ts';
import { replayCommand } from './replay.ts';
import { logKeyCommand, rotateKeyCommand } from './rotate-key.ts';
import { territoryCommand } from './territory.ts';
import { verifyCommand } from './verify.ts';

const COMMANDS = [
  bundleCommand,
  configCommand,
  doctorCommand,
  evaluateCommand,
  evidenceCommand,
  healthCommand,
  keyCommand,
  territoryCommand,
  verifyCommand,
  replayCommand,
  backupCommand,
  restoreCommand,
  rotateKeyCommand,
  logKeyCommand,
];

process.exitCode = await runCommands(COMMANDS, process.argv.slice(2));
