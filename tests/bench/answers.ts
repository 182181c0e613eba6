// How long keys and clicks take, out of Chromium's own trace and the marks that `log-script.ts` puts into it.
import { isIn, isSpan, type Span, type TraceEvent } from './trace.ts';

/** Marks: the page was told of a key or click; the same task brought the answer; a later one has brought it. */
export const answerMarks = {
  asked: 'bench-asked',
  atOnce: 'bench-answered-at-once',
  later: 'bench-answered-later',
} as const;

/** How long one key or click took, in ms from the moment the page was told of it. */
export interface AnswerTiming {
  /** Until the task that heard it had ended. */
  blockMs: number;
  /** Until the task that brought the answer had ended. */
  answerMs: number;
  /** Until the page's thread had done its part of the frame that shows the answer. */
  drawnMs: number;
}

/** Events of the one thread that has the marks; spans in the order of their ends. */
export interface ThreadTrace {
  events: TraceEvent[];
  spans: Span[];
}

/** The tasks of a thread. */
export const listTasks = ({ spans }: ThreadTrace): Span[] =>
  spans.filter(({ name }) => name.endsWith('RunTask'));

const findEnd = ({ ts, dur }: Span): number => ts + dur;

/** The thread on which an event of that name was noted last. */
export function findThread(events: TraceEvent[], name: string): ThreadTrace {
  const mark = events.findLast((event) => event.name === name);
  const own = events.filter(({ pid, tid }) => pid === mark?.pid && tid === mark.tid);
  return { events: own, spans: own.filter(isSpan).sort((a, b) => findEnd(a) - findEnd(b)) };
}

/** What came of each key or click, in their order; they must rest until the one before is answered. */
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
    const end = brought ? findEnd(brought) : NaN;
    const frame = frames.find((one) => findEnd(one) >= (brought?.ts ?? NaN));
    const since = (moment: number): number => (moment - asked.ts) / 1000;
    return {
      blockMs: since(heard ? findEnd(heard) : NaN),
      answerMs: since(end),
      drawnMs: since(frame ? findEnd(frame) : NaN),
    };
  });
}
