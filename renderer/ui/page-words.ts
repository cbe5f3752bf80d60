/** What a painted page says of itself to a screen reader. */

export const words = {
  pageOf: (page: number): string => `第 ${page} 页`,
  cover: '封面',
  link: (page: number): string => `转到第 ${page} 页`,
} as const;
