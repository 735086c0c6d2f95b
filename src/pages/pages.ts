import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PagePicture, Pages } from '../app/ports/pages.ts';
import { engineIsThere } from './engine.ts';
import type { Answer, Question } from './question.ts';

/** Milliseconds that one page may take, with the start of the process; and how long it stays when nobody asks. */
const usual = { perPage: 30_000, idle: 20_000 };
/** Megabytes of its heap; pictures and the engine lie beside it, and are bounded by the size of a page. */
const heap = 384;

/** Pages in processes of their own, which end when nobody asks: drawing does not wait for reading. */
export function pagesApart(times = usual): Pages {
  const drawer = oneProcess(times);
  const reader = oneProcess(times);
  const reads = engineIsThere();
  return {
    reads,
    draw: async (file, most) => {
      const said = await drawer.ask<PagePicture>({ act: 'draw', file, most });
      return said && { pictures: said.pages, all: said.all };
    },
    read: async (file, most) => {
      if (!reads) return null;
      return (await reader.ask<string>({ act: 'read', file, most }))?.pages ?? null;
    },
    close: async () => {
      drawer.end();
      reader.end();
    },
  };
}

interface Said<T> {
  pages: T[];
  all: boolean;
}

/** One question after the other. Null when a page took too long, or the process died of it: the next gets a new one. */
function oneProcess({ perPage, idle }: typeof usual) {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let leaving: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(leaving);
    child?.kill('SIGKILL');
    child = undefined;
  };
  const answerTo = async <T extends PagePicture | string>(question: Question): Promise<Said<T> | null> => {
    clearTimeout(leaving);
    if (!child?.connected) child = start();
    const said = await answerOf<T>(child, question, perPage);
    if (said === 'lost') end();
    leaving = setTimeout(end, idle);
    leaving.unref();
    return typeof said === 'string' ? null : said;
  };
  return {
    end,
    ask: <T extends PagePicture | string>(question: Question): Promise<Said<T> | null> => {
      const turn = last.then(() => answerTo<T>(question));
      last = turn.catch(() => {});
      return turn;
    },
  };
}

/** The file beside this one: as it was written, or as it was built. It is told nothing of our settings. */
function start(): ChildProcess {
  const here = import.meta.url;
  const written = here.endsWith('.ts');
  const file = fileURLToPath(new URL(written ? './child.ts' : './pages.js', here));
  const child = fork(file, {
    ...{ env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    execArgv: [
      `--max-old-space-size=${heap}`,
      ...(written ? ['--import', pathToFileURL(createRequire(here).resolve('tsx')).href] : []),
    ],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/** `lost`: it took too long or died; `failed`: it says that this file cannot be done. */
function answerOf<T extends PagePicture | string>(
  child: ChildProcess,
  question: Question,
  perPage: number,
): Promise<Said<T> | 'lost' | 'failed'> {
  return new Promise(resolve => {
    const pages: T[] = [];
    let timer: NodeJS.Timeout | undefined;
    const settle = (answer: Said<T> | 'lost' | 'failed') => {
      clearTimeout(timer);
      child.off('message', heard).off('exit', died).off('error', died);
      resolve(answer);
    };
    const died = () => settle('lost');
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(died, perPage);
    };
    const heard = (answer: Answer) => {
      if ('done' in answer) return settle({ pages, all: answer.done });
      if ('failed' in answer) return settle('failed');
      pages.push(answer.page as T);
      wait();
    };
    child.on('message', heard).on('exit', died).on('error', died);
    wait();
    child.send(question);
  });
}
