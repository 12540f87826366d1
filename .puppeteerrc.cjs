// The browser comes from @sparticuz/chromium or from the system (see src/output/browser), so puppeteer must not download one.
module.exports = { skipDownload: true };
