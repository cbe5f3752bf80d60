/** The copy of the day, also of a program that is left open for weeks: looked for at the start and then every hour. */

const hour = 3_600_000;

/**
 * @param keep makes the copy where today has none yet.
 * @param failed is told, once a day at most, of a copy that cannot be made: that is no reason not to work.
 * @returns how to stop.
 */
export function keepDailyCopies(keep: () => Promise<unknown>, now: () => number, failed: (error: unknown) => void): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const look = () =>
    void keep().catch((error: unknown) => {
      if (now() - told < 24 * hour) return;
      told = now();
      failed(error);
    });
  look();
  const timer = setInterval(look, hour);
  timer.unref();
  return () => clearInterval(timer);
}
