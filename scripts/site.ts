// Serves the sample site until stopped, for trying it by hand: npm run site
import { formatResolverRules, sampleHosts, startSite } from '../tests/site/server.ts';

const site = await startSite();
console.log(
  `Serving ${sampleHosts.map((host) => `https://${host}/`).join(' and ')} on 127.0.0.1:${site.httpsPort}.`,
);
console.log(
  `A Chromium started with these flags finds them:\n  --ignore-certificate-errors "${formatResolverRules(site)}"`,
);
