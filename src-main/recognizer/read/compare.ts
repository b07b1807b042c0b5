/**
 * Which of two readings of the same page is the better one.
 *
 * Each word counts with its length and by how much its confidence exceeds a coin toss. So a reading that dropped a paragraph does not win by being
 * sure of the rest, and one that read dirt as letters does not win by length.
 */
import type { EngineReading } from './parse-tsv';

/** Words read from dirt or upside down mostly stay below this. */
const WORTHLESS = 50;

export const readingWorth = ({ words }: EngineReading): number => {
  let worth = 0;
  for (const { text, confidence } of words) {
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    // What is read with less than even confidence counts against the reading.
    worth += letters * (confidence - WORTHLESS);
  }
  return worth;
};

export const better = (first: EngineReading, second: EngineReading): EngineReading =>
  readingWorth(second) > readingWorth(first) ? second : first;
