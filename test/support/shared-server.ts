import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { pidAlive } from '../../src/postgres/embedded-lock.ts';
import { roomyFolder } from './roomy-folder.ts';

/** It takes a second; a machine that does other things too may take longer. */
export const patient = { timeout: 30_000, interval: 50 };

/** A folder whose `data` is an embedded server's, and the processes of their own that use it. */
export class SharedServer {
  readonly folder: string;
  readonly #users: ServerUser[] = [];

  constructor() {
    this.folder = roomyFolder('embedded');
    chmodSync(this.folder, 0o711);
  }

  /** Process id of the server; null when it was stopped. */
  get postmaster(): number | null {
    const file = join(this.folder, 'data', 'postgres', 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
  }

  /** Another process, of `identity` when it is given. */
  user(identity: { uid?: number; gid?: number } = {}): ServerUser {
    const user = new ServerUser(join(this.folder, 'data'), identity);
    this.#users.push(user);
    return user;
  }

  async remove(): Promise<void> {
    for (const { process } of this.#users) process.kill('SIGKILL');
    const pid = this.postmaster;
    if (pid !== null && pidAlive(pid)) process.kill(pid, 'SIGQUIT');
    await expect.poll(() => pid !== null && pidAlive(pid), patient).toBe(false);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A process of its own that uses the server. */
class ServerUser {
  readonly process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(data: string, identity: { uid?: number; gid?: number }) {
    const args = ['--import', 'tsx', 'test/support/embedded-child.ts', data];
    this.process = spawn(process.execPath, args, { stdio: 'pipe', ...identity });
    this.process.stderr.pipe(process.stderr);
    this.process.stdin.on('error', () => {});
    this.#lines = createInterface(this.process.stdout)[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    return (await this.#lines.next()).value ?? 'gone';
  }

  /** Milliseconds its start took, and whether it made the database. */
  async ready(): Promise<{ ms: number; created: boolean }> {
    const [, ms, created] = (await this.line()).split(' ');
    return { ms: Number(ms), created: created === 'true' };
  }

  ask(): Promise<string> {
    this.process.stdin.write('ask\n');
    return this.line();
  }

  async stop(): Promise<void> {
    const gone = new Promise(resolve => this.process.once('exit', resolve));
    this.process.stdin.write('stop\n');
    await gone;
  }
}
