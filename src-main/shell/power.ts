/** Tells where the power comes from, at once and whenever that changes; the charge is told by Linux only and asked for every minute. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { powerMonitor } from 'electron';
import type { PowerState } from '#shared/contract/service-link';

const everyMs = 60_000;
const supplies = '/sys/class/power_supply';

/** Call it once the application is ready. */
export const watchPower = (tell: (state: PowerState) => void): void => {
  const now = () => tell({ onBattery: powerMonitor.isOnBatteryPower(), level: batteryLevel() });
  powerMonitor.on('on-ac', now);
  powerMonitor.on('on-battery', now);
  setInterval(() => {
    if (powerMonitor.isOnBatteryPower()) now();
  }, everyMs).unref();
  now();
};

/** Of the fullest battery, percent. */
const batteryLevel = (): number | null => {
  if (process.platform !== 'linux') return null;
  try {
    const levels = readdirSync(supplies)
      .filter((name) => name.startsWith('BAT'))
      .map((name) => Number(readFileSync(join(supplies, name, 'capacity'), 'utf8')))
      .filter((level) => Number.isFinite(level));
    return levels.length === 0 ? null : Math.max(...levels);
  } catch {
    return null;
  }
};
