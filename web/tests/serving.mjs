// The program itself, serving a sample life of the test's own, so that a test may write into it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { make_life, pinned, program } from './life.mjs';

export class Served {
  static async start() {
    const self = new Served();
    self.life = make_life();
    await self.serve();
    return self;
  }
  /** Serves the life, again where it was stopped: on the port it had. */
  async serve() {
    this.process = spawn(program(), ['-C', this.life, 'serve', '--port', this.port ?? '0'], { env: pinned, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    this.url = await new Promise((found, lost) => {
      this.process.stdout.on('data', (text) => {
        said += text;
        const address = /http:\/\/\S+/.exec(said);
        if (address) found(address[0]);
      });
      this.process.once('exit', (code) => lost(new Error(`serve ended with ${code}: ${said}`)));
    });
    this.process.stderr.resume();
    this.port = new URL(this.url).port;
  }
  async stop() {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill();
    await ended;
  }
  /** A file of the life; null where there is none. */
  bytes(path) {
    const file = join(this.life, path);
    return existsSync(file) ? readFileSync(file) : null;
  }
  read(path) {
    return this.bytes(path)?.toString('utf8') ?? null;
  }
  write(path, text) {
    mkdirSync(dirname(join(this.life, path)), { recursive: true });
    writeFileSync(join(this.life, path), text);
  }
  remove(path) {
    rmSync(join(this.life, path), { recursive: true, force: true });
  }
  async end() {
    await this.stop();
    rmSync(this.life, { recursive: true, force: true });
  }
}
