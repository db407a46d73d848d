// Into how many editions a feed may be parted.

export const feedSplits = ['whole', 'entry', 'day', 'week', 'month'] as const
export type FeedSplit = (typeof feedSplits)[number]
