/** Fresh processes, measured from outside by the clock and by what the system says that they used. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sample {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** Runs a script of Node from cold. Throws when it fails, with what it said. */
export function runCold(folder: string, args: readonly string[]): Sample {
  const usage = join(folder, 'usage.json');
  const preload = join(import.meta.dirname, 'usage.cjs');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
    env: { ...process.env, BENCH_USAGE: usage },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  // 1: done, with something to say about the material.
  if (status !== 0 && status !== 1) throw new Error(`${args[0]} ended with ${status}: ${(stderr || stdout).slice(0, 2000)}`);
  const { maxRSS, cpu } = JSON.parse(readFileSync(usage, 'utf8')) as { maxRSS: number; cpu: number };
  return { seconds, cpuSeconds: cpu / 1e6, megabytes: maxRSS / 1024 };
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export function medians(samples: readonly Sample[]): Sample {
  return {
    seconds: median(samples.map((each) => each.seconds)),
    cpuSeconds: median(samples.map((each) => each.cpuSeconds)),
    megabytes: median(samples.map((each) => each.megabytes)),
  };
}
