//! A headless Chromium that a test talks to over its debugging pipe (Chrome DevTools Protocol): no port, no driver, no
//! crate. The pipe is two named pipes that a shell puts on descriptors 3 and 4; messages end in NUL.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long any answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The names under which distributions install it.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// A running browser with one page.
pub struct Chromium {
    child: Child,
    to: File,
    from: Receiver<Value>,
    next: u64,
    session: String,
    /// What the page told since it was last opened.
    pub events: Vec<Value>,
    _home: TempDir,
}

/// Whether a program is on the path.
fn found(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

impl Chromium {
    /// Starts one; none where it is not installed, which only CI may not pass over.
    pub fn start() -> Option<Chromium> {
        let Some(name) = NAMES.into_iter().find(|name| found(name)) else {
            assert!(std::env::var_os("CI").is_none(), "CI has no Chromium: apt-get install chromium");
            eprintln!("SKIPPED: no Chromium on this machine; the pages were not looked at");
            return None;
        };
        let home = TempDir::new().unwrap();
        let pipes = ["to", "from"].map(|name| home.path().join(name));
        assert!(Command::new("mkfifo").args(&pipes).status().unwrap().success());
        let flags = "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-extensions \
                     --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage \
                     --force-color-profile=srgb --lang=en-US --remote-debugging-pipe";
        let line = format!("exec {name} {flags} --user-data-dir=\"$1\" about:blank 3<\"$1/to\" 4>\"$1/from\"");
        let child = Command::new("sh")
            .args(["-c", &line, "sh"])
            .arg(home.path())
            .env("HOME", home.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // In the order in which the shell opens its ends, or both would wait for ever.
        let to = OpenOptions::new().write(true).open(&pipes[0]).unwrap();
        let from = listen(File::open(&pipes[1]).unwrap());
        let session = String::new();
        let mut browser = Chromium { child, to, from, next: 0, session, events: Vec::new(), _home: home };
        let target = browser.call("Target.createTarget", &json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        browser.session = browser.call("Target.attachToTarget", &attach)["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page", "Network", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        Some(browser)
    }

    /// Calls a method and waits for its answer; what comes meanwhile is kept as events.
    pub fn call(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let mut message = json!({"id": self.next, "method": method, "params": params});
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        let id = self.next;
        let answer = self.wait(method, |it| it["id"] == id);
        assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
        answer["result"].clone()
    }

    fn wait(&mut self, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let message = self.from.recv_timeout(left).unwrap_or_else(|_| panic!("Chromium did not answer: {what}"));
            if is_it(&message) {
                return message;
            }
            if message["id"].is_null() {
                self.events.push(message);
            }
        }
    }

    /// Opens a file in a viewport of this size and waits until it is laid out.
    pub fn open(&mut self, file: &Path, size: (u32, u32)) {
        self.size(size);
        self.events.clear();
        self.call("Page.navigate", &json!({"url": format!("file://{}", file.display())}));
        let is_loaded = |it: &Value| it["method"] == "Page.loadEventFired";
        if !self.events.iter().any(is_loaded) {
            let loaded = self.wait("load", is_loaded);
            self.events.push(loaded);
        }
    }

    /// Gives the viewport another size.
    pub fn size(&mut self, (width, height): (u32, u32)) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", &size);
    }

    /// How the page is shown: `screen` or `print`, `light` or `dark`.
    pub fn media(&mut self, media: &str, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", &json!({"media": media, "features": features}));
    }

    /// The value of an expression, asked of the page from outside of it.
    pub fn ask(&mut self, expression: &str) -> Value {
        let answer = self.call("Runtime.evaluate", &json!({"expression": expression, "returnByValue": true}));
        assert!(answer["exceptionDetails"].is_null(), "{answer}");
        answer["result"]["value"].clone()
    }

    /// The whole page as PNG, or its first screen.
    pub fn picture(&mut self, whole: bool) -> Vec<u8> {
        let params = json!({"format": "png", "captureBeyondViewport": whole});
        let params = if whole {
            let size = self.call("Page.getLayoutMetrics", &json!({}))["cssContentSize"].clone();
            let clip = json!({"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1});
            json!({"format": "png", "captureBeyondViewport": true, "clip": clip})
        } else {
            params
        };
        decoded(self.call("Page.captureScreenshot", &params)["data"].as_str().unwrap())
    }

    /// The page as its own style sheet prints it.
    pub fn pdf(&mut self) -> Vec<u8> {
        let params = json!({"preferCSSPageSize": true, "printBackground": false});
        decoded(self.call("Page.printToPDF", &params)["data"].as_str().unwrap())
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let message = json!({"id": 0, "method": "Browser.close"});
        drop(self.to.write_all(format!("{message}\0").as_bytes()));
        let until = Instant::now() + Duration::from_secs(5);
        while Instant::now() < until {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The messages of a pipe, as they come.
fn listen(pipe: File) -> Receiver<Value> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        for message in BufReader::new(pipe).split(0) {
            let Ok(message) = message else { return };
            let Ok(message) = serde_json::from_slice(&message) else { return };
            if send.send(message).is_err() {
                return;
            }
        }
    });
    receive
}

/// Base64 (RFC 4648, section 4).
fn decoded(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for chunk in text.trim_end_matches('=').as_bytes().chunks(4) {
        let group = chunk.iter().fold(0_u32, |group, letter| group << 6 | u32::from(value(*letter)));
        let group = group << (6 * (4 - chunk.len()));
        bytes.extend_from_slice(&group.to_be_bytes()[1..chunk.len()]);
    }
    bytes
}
