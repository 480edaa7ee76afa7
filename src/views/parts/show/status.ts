// The states that a mark, a tag or a bar can show. The words for them belong to whoever uses them.

export const statuses = ['down', 'partial', 'slow', 'risk', 'ok', 'planned', 'unknown'] as const
export type Status = (typeof statuses)[number]

// Each has its own outline on a 16 grid, so that it is told apart without colour; holes are cut by even-odd.
export const statusShapes: Record<Status, string> = {
  down: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM4.6 6L6 4.6l2 2 2-2L11.4 6l-2 2 2 2-1.4 1.4-2-2-2 2L4.6 10l2-2z',
  partial: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 3v10A5 5 0 0 1 8 3z',
  slow: 'M8 1.2L15.6 14.8H.4zM7 6v4.4h2V6zM7 11.6v1.8h2v-1.8z',
  risk: 'M8 .6L15.4 8 8 15.4.6 8zM8 3.4L3.4 8 8 12.6 12.6 8zM7 5h2v3.4H7zM7 9.4h2v1.7H7z',
  ok: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7.1 11.2L3.9 8l1.4-1.4 1.8 1.8 3.6-3.6 1.4 1.4z',
  planned: 'M1.5 1.5h13v13h-13zM3.5 5.5v7h9v-7zM7 6.8h2v2.3h2.2v1.9H7z',
  unknown:
    'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 2.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6zM4.5 7h2v2h-2zM7 7h2v2H7zM9.5 7h2v2h-2z',
}
