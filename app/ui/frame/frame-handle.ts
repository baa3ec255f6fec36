/** What a route may say about the frame: `export const handle: FrameHandle = { frame: 'door' }` takes the full width. */
export type FrameHandle = { frame?: 'door' }
