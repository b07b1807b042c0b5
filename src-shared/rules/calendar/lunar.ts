/**
 * The two days of the Vietnamese lunar calendar that the working calendar needs, for UTC+7. New moons and the longitude of the sun after
 * Jean Meeus, Astronomical Algorithms (ch. 49, 25), shortened to the terms that decide a day; compared with published tables 2020 to 2035.
 */
import { addDays, dayOf, type Day } from '../day';

const synodicMonth = 29.530588853;
/** Julian day number of 1970-01-01. */
const unixEpoch = 2_440_588;
const radians = Math.PI / 180;
const zone = 7 / 24;

/** Julian day number, in UTC+7, on which the k-th new moon since 1900-01-01 falls. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * radians);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * radians;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * radians;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * radians;
  const shift =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const deltaT = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + shift - deltaT + 0.5 + zone);
}

/** Which twelfth of the ecliptic (0 from the spring equinox) the sun is in at midnight of this Julian day, in UTC+7. */
function sunSector(julianDay: number): number {
  const t = (julianDay - 2_451_545.5 - zone) / 36_525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * radians;
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t2;
  const longitude =
    mean +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

const toDay = (julianDay: number): Day => dayOf(julianDay - unixEpoch);

/** First days of the lunar months from the eleventh of `year - 1` on; the eleventh holds the winter solstice. */
function monthStarts(year: number): { starts: readonly number[]; leap: number } {
  const eleventh = (y: number): number => {
    const k = Math.floor((Date.UTC(y, 11, 31) / 86_400_000 + unixEpoch - 2_415_021) / synodicMonth);
    const day = newMoonDay(k);
    return sunSector(day) >= 9 ? k - 1 : k;
  };
  const from = eleventh(year - 1);
  const count = eleventh(year) - from;
  const starts = Array.from({ length: count + 1 }, (_, i) => newMoonDay(from + i));
  // A year of thirteen months: the first one within which the sun enters no new sector is the leap month.
  const leap = count === 13 ? starts.findIndex((start, i) => i > 0 && sunSector(start) === sunSector(starts[i + 1] ?? start)) : -1;
  return { starts, leap };
}

/** First day of the lunar month of this year (month 1 begins at Tết), never the leap one. */
function lunarMonthStart(year: number, month: number): Day {
  const { starts, leap } = monthStarts(year);
  const plain = month + 1;
  return toDay(starts[leap >= 0 && leap <= plain ? plain + 1 : plain] ?? 0);
}

/** Mùng 1 Tết of the year, e.g. 2027-02-06. Good from 1950 to 2100. */
export const lunarNewYear = (year: number): Day => lunarMonthStart(year, 1);

/** Giỗ Tổ Hùng Vương, the tenth of the third lunar month. */
export const hungKingsDay = (year: number): Day => addDays(lunarMonthStart(year, 3), 9);
