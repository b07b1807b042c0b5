const { ipcRenderer } = require('electron');

ipcRenderer.on('port', ({ ports: [port] }) => {
  port.onmessage = ({ data: titles }) => {
    for (const title of titles) document.body.appendChild(document.createElement('p')).textContent = title;
    // The task after the next frame: the rows have been painted.
    requestAnimationFrame(() => setTimeout(() => ipcRenderer.send('measured', { rows: Date.now() })));
  };
});
addEventListener('DOMContentLoaded', () => ipcRenderer.send('listening'));
