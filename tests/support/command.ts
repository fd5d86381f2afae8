import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { project } from './server';

export interface CommandResult {
  status: number | null;
  output: string;
}

/** Runs one of the npm commands as npm would, and waits for its end. */
export function runCommand(name: string, parameters: string[], onOutput: (text: string) => void = () => undefined): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', 'tsx', join(project, `sharepoint/commands/${name}.ts`), ...parameters],
      { cwd: project, env: { ...process.env, INIT_CWD: project }, stdio: ['ignore', 'pipe', 'pipe'] }
    );
    let output = '';
    const collect = (data: Buffer): void => {
      output += data.toString();
      onOutput(output);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}
