import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process, told from a later one with the same number by its start. */
interface Mark {
  pid: number;
  /** Clock ticks since boot where the system tells them, else ''. */
  started: string;
}

/** Taken by one live process; a dead one's is free. A mistake is harmless: PostgreSQL itself starts once per folder. */
export class ProcessLock {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** True when it is ours, now or already. */
  take(): boolean {
    const holder = read(this.#path);
    if (holder && isMe(holder)) return true;
    if (holder && isAlive(holder)) return false;
    const mine = `${this.#path}.${process.pid}`;
    writeFileSync(mine, JSON.stringify(me()), { mode: 0o600 });
    try {
      if (holder) moveAway(this.#path, holder);
      // A hard link is made or refused in one step, and never half-written.
      linkSync(mine, this.#path);
      return true;
    } catch {
      return false;
    } finally {
      rmSync(mine, { force: true });
    }
  }

  release(): void {
    const holder = read(this.#path);
    if (holder && isMe(holder)) rmSync(this.#path, { force: true });
  }
}

let entered = 0;

/** Who uses the server now: a file for each start that has not stopped, with its process. */
export class Users {
  readonly #folder: string;
  readonly #name = `${process.pid}-${++entered}`;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  enter(): void {
    writeFileSync(join(this.#folder, this.#name), JSON.stringify(me()), { mode: 0o600 });
  }

  /** Takes our mark away; true when nobody else alive is left. */
  leave(): boolean {
    rmSync(join(this.#folder, this.#name), { force: true });
    const others = readdirSync(this.#folder).filter(name => {
      const mark = read(join(this.#folder, name));
      if (mark && isAlive(mark)) return true;
      rmSync(join(this.#folder, name), { force: true });
      return false;
    });
    return others.length === 0;
  }
}

/** Whether a process of that number runs, ours or not. One that has ended and waits to be counted does not. */
export function pidAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return statOf(pid)[0] !== 'Z';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function me(): Mark {
  return { pid: process.pid, started: startOf(process.pid) };
}

function isMe(mark: Mark): boolean {
  return mark.pid === process.pid && mark.started === startOf(process.pid);
}

function isAlive(mark: Mark): boolean {
  return pidAlive(mark.pid) && mark.started === startOf(mark.pid);
}

function startOf(pid: number): string {
  return statOf(pid)[19] ?? '';
}

/** The fields after the name in /proc, from the state on; none where the system has no /proc. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function read(path: string): Mark | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Mark;
  } catch {
    return null;
  }
}

/** Moves a dead holder's lock away; when somebody took it in between, it is put back and this throws. */
function moveAway(path: string, dead: Mark): void {
  const aside = `${path}.dead.${process.pid}`;
  renameSync(path, aside);
  const moved = read(aside);
  try {
    if (moved && (moved.pid !== dead.pid || moved.started !== dead.started)) {
      linkSync(aside, path);
      throw new Error('the lock was taken');
    }
  } finally {
    rmSync(aside, { force: true });
  }
}
