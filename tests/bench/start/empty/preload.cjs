const { ipcRenderer } = require('electron');

new PerformanceObserver((list, observer) => {
  const paint = list.getEntriesByName('first-contentful-paint')[0];
  if (!paint) return;
  observer.disconnect();
  ipcRenderer.send('measured', { page: performance.timeOrigin, firstPaint: performance.timeOrigin + paint.startTime });
}).observe({ type: 'paint', buffered: true });
