// Measures how long keys and clicks take, from Chromium's trace and the marks that `log-script.ts` adds to it.
import { isIn, isSpan, type Span, type TraceEvent } from './trace.ts';

/** The marks: a key or click arrived; the same task showed the result; a later task showed it. */
export const answerMarks = {
  asked: 'bench-asked',
  atOnce: 'bench-answered-at-once',
  later: 'bench-answered-later',
} as const;

/** The times of one key or click, in ms from its event. */
export interface AnswerTiming {
  /** Until the end of the task that handled the event. */
  blockMs: number;
  /** Until the end of the task that showed the result. */
  answerMs: number;
  /** Until the page's thread finished the frame with the result. */
  drawnMs: number;
}

/** The events of the thread that has the marks; spans are ordered by their end. */
export interface ThreadTrace {
  events: TraceEvent[];
  spans: Span[];
}

/** Returns the tasks of a thread. */
export const listTasks = ({ spans }: ThreadTrace): Span[] =>
  spans.filter(({ name }) => name.endsWith('RunTask'));

const findEnd = ({ ts, dur }: Span): number => ts + dur;

/** Returns the thread that has the last event of a name. */
export function findThread(events: TraceEvent[], name: string): ThreadTrace {
  const mark = events.findLast((event) => event.name === name);
  const own = events.filter(({ pid, tid }) => pid === mark?.pid && tid === mark.tid);
  return { events: own, spans: own.filter(isSpan).sort((a, b) => findEnd(a) - findEnd(b)) };
}

/** Returns the times of each key or click, in order. Each must follow the result of the one before. */
export function readAnswers(trace: ThreadTrace): AnswerTiming[] {
  const marks = trace.events
    .filter(({ name }) => Object.values<string>(answerMarks).includes(name))
    .sort((a, b) => a.ts - b.ts);
  const tasks = listTasks(trace);
  const frames = trace.spans.filter(({ name }) => name === 'Layerize');
  return marks.flatMap((asked, at) => {
    const answer = marks[at + 1];
    if (asked.name !== answerMarks.asked || !answer) return [];
    const heard = tasks.find((task) => isIn(asked, task));
    const brought = answer.name === answerMarks.atOnce ? heard : tasks.find((task) => isIn(answer, task));
    const frame = frames.find((one) => findEnd(one) >= (brought?.ts ?? answer.ts));
    // What is shown while a frame is made is in no task: then the frame counts.
    const shown = brought ?? frame;
    const end = shown ? findEnd(shown) : NaN;
    const since = (moment: number): number => (moment - asked.ts) / 1000;
    return {
      blockMs: since(heard ? findEnd(heard) : NaN),
      answerMs: since(end),
      drawnMs: since(frame ? findEnd(frame) : NaN),
    };
  });
}
