// Proves of the page, in Chromium, that a person can paste a column, open CSV files of
// the usual encodings, check 1,000,000 values while the page answers, and download what
// was found, in both languages, with the keyboard alone, and on a phone.
// Arguments: the folder of the module, and one for the files of the test.
const { execFileSync } = require('node:child_process');
const { createServer } = require('node:http');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { chromium } = require('playwright-core');

const [folder, work] = process.argv.slice(2);
const screenshots = process.env.SCREENSHOTS;
const types = { html: 'text/html; charset=utf-8', mjs: 'text/javascript', wasm: 'application/wasm' };

function check(name, given, expected = true) {
  const same = JSON.stringify(given) === JSON.stringify(expected);
  console.log(`${same ? 'ok' : 'not ok'} - ${name}`);
  if (same) return;
  console.log(`    given ${JSON.stringify(given)}\n    expected ${JSON.stringify(expected)}`);
  process.exitCode = 1;
}

const cells = ['91350100M000100Y43', ' 12100000400000624d ', '９１３５０１００Ｍ０００１００Ｙ４３', '9135O100M000100Y43', '91350100M000100Y44',
  '11010519491231002X', '110108000000016', '40000062-4', '9.14403E+17', '无', '', '福州某某有限公司', '123456789012345678', '914403001922038216'];
const totals = { 总数: '14', 有效: '4', 其中可疑: '1', '仅格式有误，可修复': '1', 无效: '8', 空值: '1' };
const cleaned = ['91350100M000100Y43', '12100000400000624D', '91350100M000100Y43', '', '', '', '', '', '', '', '', '', '123456789012345678', '914403001922038216'];
const csv = '编号,名称,统一社会信用代码\r\n' + cells.map((cell, n) => `${n + 1},"某某，有限""公司""\n${n}",${cell}`).join('\r\n') + '\r\n';

const requests = [], errors = [];

async function main() {
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url, 'http://localhost').pathname);
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[path.split('.').pop()] }).end(readFileSync(path));
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

  async function open(options, query = '') {
    const page = await browser.newPage({ viewport: { width: 1100, height: 800 }, ...options });
    page.setDefaultTimeout(30000);
    page.on('request', (request) => { if (!request.url().startsWith(address) && !request.url().startsWith('blob:') && !request.url().startsWith('data:')) requests.push(request.url()); });
    page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${address}/check.html${query}`);
    return page;
  }

  const shown = (page) => page.locator('#totals div').evaluateAll((all) =>
    Object.fromEntries(all.map((one) => [one.querySelector('dt').textContent, one.querySelector('dd').textContent])));
  const table = (page) => page.locator('#values tbody tr').evaluateAll((all) => all.map((line) => [...line.cells].map((cell) => cell.innerText.trim())));
  const picture = async (page, name, options = {}) => {
    if (!screenshots) return;
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, `${name}.png`), ...options });
  };
  async function run(page) {
    await page.locator('#check:enabled').click();
    await page.locator('#results').waitFor();
    await page.locator('#check:enabled').waitFor();
    await page.locator('#values tbody tr').first().waitFor();
  }
  async function download(page, what) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`#${what}`).click()]);
    return readFileSync(await file.path(), 'utf8');
  }

  const page = await open({ locale: 'zh-CN' });
  await picture(page, 'start');
  await page.locator('#paste').fill(cells.join('\n'));
  await run(page);
  check('a pasted column is checked', await shown(page), totals);
  const rows = await table(page);
  check('the table has row, reason, what it is and what to use',
    [rows[1], rows[5]], [['4', '9135O100M000100Y43', '统一社会信用代码不使用第 5 位的字符 "O"。', '', '91350100M000100Y43\n可能是'],
      ['8', '40000062-4', '统一社会信用代码为 18 位；此值有 10 个字符，其中字母和数字 9 个。', '组织机构代码', '']]);
  check('a citizen number is masked on the page', [rows[3][1], (await page.content()).includes('11010519491231002X')], ['110105********002X', false]);
  check('charts count problems, kinds, departments and provinces', await page.locator('#charts section').evaluateAll((all) =>
    all.map((one) => [one.querySelector('caption').textContent, one.querySelector('th').textContent, one.querySelector('b').textContent])),
  [['问题', '长度不对', '5'], ['实际内容', '占位符', '2'], ['登记管理部门与机构类别', '91 工商（市场监管）：企业', '3'], ['省份', '35 福建省', '2']]);
  await picture(page, 'result-zh', { fullPage: true });
  await page.getByRole('button', { name: 'English' }).click();
  check('in English', [await page.locator('html').getAttribute('lang'), (await table(page))[1][2], await page.locator('#status').textContent().then((text) => text.startsWith('Checked 14 values'))],
    ['en', 'Character "O" at position 5 is not used in unified social credit codes.', true]);
  await picture(page, 'result-en', { fullPage: true });
  check('the cleaned column is downloaded', await download(page, 'cleaned'), '\uFEFF' + cleaned.join('\r\n') + '\r\n');
  const rejects = (await download(page, 'rejects')).split('\r\n');
  check('the rejects are downloaded', [rejects[0], rejects[2], rejects[5], rejects.length],
    ['\uFEFFrow,value,problem,position,message,kind,cleaned,suggestion',
      '4,9135O100M000100Y43,character,5,"Character ""O"" at position 5 is not used in unified social credit codes.",,,91350100M000100Y43',
      '7,110108000000016,length,,A unified social credit code has 18 characters; this value has 15.,registration_number,,', 12]);
  await page.close();

  // what programs write: UTF-8 with a byte order mark, GBK, UTF-16, with tabs
  const gbk = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], { input: csv });
  for (const [name, buffer, encoding] of [['UTF-8 with BOM', Buffer.from('\uFEFF' + csv), 'UTF-8'], ['GBK', gbk, 'GBK / GB 18030'],
    ['UTF-16', Buffer.from('\uFEFF' + csv, 'utf16le'), 'UTF-16'], ['semicolons, dropped', Buffer.from(csv.replaceAll(/,(?!有)/g, ';')), 'UTF-8']]) {
    const files = await open({ locale: 'zh-CN' });
    if (name === 'semicolons, dropped') {
      await files.locator('h1').evaluate((target, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'companies.csv'));
        target.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }, buffer.toString());
    } else {
      await files.locator('#file').setInputFiles({ name: 'companies.csv', mimeType: 'text/csv', buffer });
    }
    await files.locator('#check:enabled').waitFor();
    check(`a CSV file in ${name}: its encoding, its column and its header are found`,
      [await files.locator('#status').textContent().then((text) => text.includes(`编码 ${encoding}。`)), await files.locator('#column option:checked').textContent(), await files.locator('#header').isChecked()],
      [true, '3: 统一社会信用代码', true]);
    await run(files);
    check(`... and it is checked`, [await shown(files), await download(files, 'cleaned')], [totals, '\uFEFF统一社会信用代码\r\n' + cleaned.join('\r\n') + '\r\n']);
    await files.close();
  }

  const keys = await open({ locale: 'en-US' });
  await keys.keyboard.press('Tab'); // 中文
  await keys.keyboard.press('Tab'); // English
  await keys.keyboard.press('Tab'); // the text area
  await keys.keyboard.type('9135O100M000100Y43\n91350100M000100Y43');
  await keys.locator('#check:enabled').waitFor();
  for (let n = 0; n < 10 && await keys.evaluate(() => document.activeElement.id) !== 'check'; n++) await keys.keyboard.press('Tab');
  await keys.keyboard.press('Enter');
  await keys.locator('#values tbody tr').waitFor();
  check('by the keyboard alone', [await keys.evaluate(() => document.activeElement.id), (await shown(keys))['Not valid']], ['summary', '1']);
  await keys.close();

  const phone = await open({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'zh-CN', colorScheme: 'dark' });
  await phone.locator('#paste').fill(cells.join('\n'));
  await run(phone);
  check('on a phone nothing is wider than the screen', await phone.evaluate(() => document.documentElement.scrollWidth), 360);
  await picture(phone, 'phone', { fullPage: true });
  await phone.close();

  // 1,000,000 values, one in twenty wrong
  const valid = readFileSync('data/organizations.csv', 'utf8').match(/^[0-9A-Z]{18}/gm);
  const lines = ['code'];
  for (let n = 0; n < 1000000; n++) {
    const code = valid[n % valid.length];
    lines.push(n % 20 === 0 ? code.slice(0, n % 17) + String(n % 10) + code.slice(n % 17 + 1) : code);
  }
  writeFileSync(join(work, 'large.csv'), lines.join('\n'));
  const large = await open({ locale: 'en-US' });
  await large.locator('#file').setInputFiles(join(work, 'large.csv'));
  await large.locator('#check:enabled').waitFor();
  await large.evaluate(() => {
    window.progress = new Set();
    window.gap = 0;
    let last = performance.now();
    setInterval(() => {
      window.gap = Math.max(window.gap, performance.now() - last);
      last = performance.now();
      window.progress.add(document.getElementById('progress').value);
    }, 10);
  });
  await large.locator('#check').click();
  await large.locator('#progress').waitFor();
  await picture(large, 'progress');
  await large.locator('#values tbody tr').first().waitFor();
  const { gap, steps } = await large.evaluate(() => ({ gap: window.gap, steps: window.progress.size }));
  const result = await shown(large);
  console.log(`# ${await large.locator('#status').textContent()} The page stood still for ${Math.round(gap)} ms at most; ${steps} steps of progress.`);
  check('1,000,000 values are checked', [result.Total, Number(result.Valid.replaceAll(',', '')) >= 950000], ['1,000,000', true]);
  check('... while the page answers, with progress', [gap < 1000, steps > 5], [true, true]);
  await large.locator('#more').click();
  await large.locator('#values tbody tr').nth(150).waitFor();
  check('... more rows are shown when asked for', await large.locator('#values tbody tr').count(), 200);
  check('... and the column is downloaded whole', (await download(large, 'cleaned')).split('\r\n').length, 1000002);
  await large.locator('#check').click();
  await large.locator('#cancel').click();
  await large.locator('#check:enabled').waitFor();
  check('a check can be cancelled and begun again', await large.locator('#column option').count(), 1);
  // as much in the clipboard
  await large.evaluate((count) => {
    const data = new DataTransfer();
    data.setData('text/plain', '91350100M000100Y43\n9135O100M000100Y43\n'.repeat(count));
    document.getElementById('paste').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, 500000);
  await run(large);
  check('... also when they are pasted', [(await shown(large)).Total, (await shown(large)).Valid], ['1,000,000', '500,000']);
  await large.close();

  check('nothing was asked of another server', requests, []);
  check('the browser reports no errors', errors, []);
  await browser.close();
  server.close();
}

main().catch((error) => {
  console.log(`    ${errors.join("\n    ")}`);
  console.log(`not ok - ${error.stack}`);
  process.exit(1);
});
