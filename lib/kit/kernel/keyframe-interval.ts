/** So many versions lie between two states that are kept: a snapshot, a keyframe, a window's beginning. */
export const keyframeInterval = 256
