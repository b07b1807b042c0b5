/** Names of the messages between preload and shell. */
export const channels = {
  connect: 'shell:connect',
  port: 'shell:port',
  serviceState: 'shell:service-state',
  serviceStateNow: 'shell:service-state-now',
  pickFiles: 'shell:pick-files',
  saveFile: 'shell:save-file',
  startUpdate: 'shell:start-update',
  protectScreen: 'shell:protect-screen',
} as const;
