export const innovation = { title: '' };
