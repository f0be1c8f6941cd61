// The lines and machines that the portal is measured on.

const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1280, height: 800 } };

/** `down` and `up` in bits a second, `rtt` and `opening` in milliseconds, `cpu` times slower than the machine. */
export const PROFILES = {
  p3g: { title: 'P3G: 400 kbit/s down, 150 kbit/s up, 400 ms RTT, CPU 4x', down: 400_000, up: 150_000, rtt: 400, opening: 400, cpu: 4, screen: PHONE },
  p4g: { title: 'P4G: 9 Mbit/s down, 1.5 Mbit/s up, 170 ms RTT, CPU 4x', down: 9_000_000, up: 1_500_000, rtt: 170, opening: 170, cpu: 4, screen: PHONE },
  desktop: { title: 'Desktop: nothing slowed down', down: Infinity, up: Infinity, rtt: 0, opening: 0, cpu: 1, screen: DESK },
  // The browser's own throttling, with which older numbers were taken, counts no time for opening a connection.
  'p3g-open': { title: 'P3G with open connections: as P3G, opening a connection takes no time', down: 400_000, up: 150_000, rtt: 400, opening: 0, cpu: 4, screen: PHONE },
};

/** What `--profile all` means. */
export const ALL = ['p3g', 'p4g', 'desktop'];

/** A profile without its line, where only the machine counts. */
export const nearby = (profile) => ({ ...profile, down: Infinity, up: Infinity, rtt: 0, opening: 0 });
