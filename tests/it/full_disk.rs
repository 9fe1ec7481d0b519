//! A disk that is full, or that the system has made read-only under an open library: typing goes on, the status says
//! what is not saved and why, nothing is lost, and as soon as there is room everything is saved by itself. Where whybuy
//! must end before that, a file beside the library takes what is not saved, and the next start tells of it.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, Signal, prlimit};
use whybuy::words::{Lang, Words};

use crate::endings::{capture, ready};
use crate::home::{Home, lines};
use crate::pty::Pty;

/// When there is room again, everything is saved within so long; the goal is two seconds on a machine at rest.
const SOON: Duration = Duration::from_secs(8);
/// Lines that are typed while nothing can be saved; more than fit into the room that is left in the log of the library.
const LINES: usize = 60;

/// A small disk of its own, mounted over a folder; gone with this.
struct SmallDisk {
    at: PathBuf,
}

impl SmallDisk {
    fn tmpfs(at: &Path) -> Option<SmallDisk> {
        fs::create_dir_all(at).unwrap();
        SmallDisk::mounted(at, Command::new("mount").args(["-t", "tmpfs", "-o", "size=4m,mode=700", "whybuy"]).arg(at))
    }

    fn ext4(at: &Path, image: &Path) -> Option<SmallDisk> {
        fs::create_dir_all(at).unwrap();
        fs::File::create(image).and_then(|file| file.set_len(24 << 20)).unwrap();
        let made = Command::new("mkfs.ext4").arg("-q").arg(image).output();
        made.is_ok_and(|it| it.status.success()).then_some(())?;
        SmallDisk::mounted(at, Command::new("mount").args(["-o", "loop"]).arg(image).arg(at))
    }

    fn mounted(at: &Path, mount: &mut Command) -> Option<SmallDisk> {
        let done = mount.output();
        let is_mounted = done.as_ref().is_ok_and(|it| it.status.success());
        if !is_mounted {
            println!("NOT TESTED HERE: no file system can be mounted ({done:?})");
        }
        is_mounted.then(|| SmallDisk { at: at.to_owned() })
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let mut file = fs::File::create(self.at.join("ballast")).unwrap();
        while file.write_all(&[0; 4096]).is_ok() {}
        while file.write_all(&[0]).is_ok() {}
    }

    fn make_room(&self) {
        fs::remove_file(self.at.join("ballast")).unwrap();
    }

    /// What a kernel does to a disk with errors: nothing more can be written to it.
    fn fails(&self) {
        assert!(Command::new("mount").args(["-o", "remount,abort"]).arg(&self.at).status().unwrap().success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.at).output();
    }
}

/// What is typed, by number.
fn line(number: usize) -> String {
    format!("{number:03} 결재가 두 번 반려됐고 그때마다 자료를 다시 만들어 줌 and the quote came late once more")
}

/// Types lines until the status says that they are not saved, then more, all of which must be seen.
fn type_in_vain(pty: &Pty, why: &str) {
    let mut number = 0;
    while !pty.picture().rows[0].contains("저장 안 됨") {
        number += 1;
        assert!(number <= LINES, "it never says that nothing is saved:\n{}", pty.picture().text());
        pty.keys(&format!("{}\r", line(number)));
        thread::sleep(Duration::from_millis(150));
    }
    pty.until(why, |picture| picture.rows[0].contains(why));
    for number in number + 1..=LINES {
        pty.keys(&format!("{}\r", line(number)));
    }
    pty.keys("아직 쓰던 줄");
    let picture = pty.until("all that is typed", |picture| {
        picture.text().contains(&format!("{LINES:03} 결재")) && picture.text().contains("] 아직 쓰던 줄")
    });
    assert!(picture.rows[0].contains("저장 안 됨") && picture.rows[0].contains(why), "{}", picture.text());
}

fn saves_by_itself(pty: &Pty) {
    let room = Instant::now();
    let saved = format!("v {}", Words::new(Lang::Ko).say("saved"));
    pty.until("everything saved", |picture| picture.rows[0].ends_with(&saved));
    println!("saved by itself {:.1?} after there was room", room.elapsed());
    assert!(room.elapsed() < SOON, "{:?}", room.elapsed());
}

fn assert_all_there(home: &Home, typed: usize) {
    let there = lines(&home.research(), "P01");
    assert_eq!(there, (1..=typed).map(line).collect::<Vec<_>>());
    assert_eq!(home.drafts().iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>(), ["아직 쓰던 줄"]);
    assert_eq!(home.store().check().unwrap(), Vec::<String>::new());
}

/// The reason as the status gives it.
fn reason(key: &'static str) -> String {
    let error = whybuy::error::Error::new(whybuy::error::ErrorKind::Io, key);
    Words::new(Lang::Ko).explain(&error).what
}

#[test]
fn on_a_full_disk_typing_goes_on_and_room_saves_by_itself() {
    let home = Home::new();
    let Some(disk) = SmallDisk::tmpfs(&home.path().join("data")) else { return };
    home.run(&["study", "new", "Harness"]);
    home.run(&["participant", "new", "P01"]);
    let mut pty = Pty::start(&home, &["log", "P01", "--lang", "ko"], 24, 130);
    ready(&pty);
    disk.fill();
    type_in_vain(&pty, &reason("disk-full"));
    disk.make_room();
    saves_by_itself(&pty);
    pty.signal(Signal::TERM);
    assert!(pty.ends_within(Duration::from_secs(2)).success());
    assert_all_there(&home, LINES);
}

/// Sets how long a file the process may make longer; none is as long as it likes.
fn limit_files(pty: &Pty, bytes: Option<u64>) {
    let pid = Pid::from_raw(pty.process().try_into().unwrap());
    prlimit(pid, Resource::Fsize, Rlimit { current: bytes, maximum: None }).unwrap();
}

/// The same where nothing can be mounted: the library's log may not grow (`SIGXFSZ` would kill, were it not taken).
#[test]
fn where_files_may_not_grow_typing_goes_on_and_room_saves_by_itself() {
    let home = Home::with_study(&["P01"]);
    let mut pty = Pty::start(&home, &["log", "P01", "--lang", "ko"], 24, 130);
    ready(&pty);
    let log = fs::metadata(home.library().with_file_name("library.db-wal")).unwrap().len();
    limit_files(&pty, Some(log));
    type_in_vain(&pty, "");
    limit_files(&pty, None);
    saves_by_itself(&pty);
    pty.signal(Signal::TERM);
    assert!(pty.ends_within(Duration::from_secs(2)).success());
    assert_all_there(&home, LINES);
}

/// The only file that was left behind in a folder: what it is called, and what it holds, for its owner alone.
fn left_in(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let left: Vec<PathBuf> = files.filter(|file| file.to_string_lossy().contains("library.db.unsaved-")).collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(fs::metadata(&left[0]).unwrap().permissions().mode() & 0o777, 0o600);
    left[0].clone()
}

/// What was left behind is told at home, is taken in by `import`, and the file goes then.
fn assert_heals(home: &Home, file: &Path) {
    let name = file.file_name().unwrap().to_str().unwrap();
    let mut pty = Pty::start(home, &["--lang", "ko"], 24, 130);
    pty.shows(&format!("whybuy import {name}"));
    pty.keys("q");
    pty.ends_within(Duration::from_secs(2));
    home.run(&["import", file.to_str().unwrap()]);
    assert!(!file.exists(), "everything of it is in the library");
    assert_all_there(home, LINES);
}

#[test]
fn told_to_end_while_files_may_not_grow_it_leaves_a_file_that_heals() {
    let home = Home::with_study(&["P01"]);
    let mut pty = Pty::start(&home, &["log", "P01", "--lang", "ko"], 24, 130);
    ready(&pty);
    let log = fs::metadata(home.library().with_file_name("library.db-wal")).unwrap().len();
    limit_files(&pty, Some(log));
    type_in_vain(&pty, "");
    pty.signal(Signal::TERM);
    let status = pty.ends_within(Duration::from_secs(2));
    pty.drain();
    assert_eq!(status.exit_code(), 8, "an ending that leaves something unsaved is no success");
    let file = left_in(home.library().parent().unwrap());
    let said = String::from_utf8_lossy(&pty.bytes()).into_owned();
    assert!(said.contains(file.file_name().unwrap().to_str().unwrap()), "it says where: {said}");
    assert!(pty.is_restored());
    assert_heals(&home, &file);
}

#[test]
fn told_to_end_on_a_disk_that_became_read_only_it_leaves_a_file_elsewhere_that_heals() {
    let home = Home::new();
    let image = home.path().join("image");
    let Some(disk) = SmallDisk::ext4(&home.path().join("data"), &image) else { return };
    home.run(&["study", "new", "Harness"]);
    home.run(&["participant", "new", "P01"]);
    let mut pty = Pty::start(&home, &["log", "P01", "--lang", "ko"], 24, 130);
    ready(&pty);
    disk.fails();
    type_in_vain(&pty, &reason("library-io"));
    pty.signal(Signal::TERM);
    assert_eq!(pty.ends_within(Duration::from_secs(2)).exit_code(), 8);
    pty.drain();
    drop(disk);
    let file = left_in(&home.cache());
    // The disk comes back, as after a repair.
    let _disk = SmallDisk::ext4_again(&home.path().join("data"), &image);
    assert_heals(&home, &file);
}

impl SmallDisk {
    fn ext4_again(at: &Path, image: &Path) -> SmallDisk {
        let mut tries = 0;
        loop {
            let mount = Command::new("mount").args(["-o", "loop"]).arg(image).arg(at).status().unwrap();
            if mount.success() {
                return SmallDisk { at: at.to_owned() };
            }
            tries += 1;
            assert!(tries < 20, "the image cannot be mounted again");
            thread::sleep(Duration::from_millis(100));
        }
    }
}

/// Nothing that can be saved is left behind.
#[test]
fn an_ordinary_end_leaves_no_file() {
    let home = Home::with_study(&["P01"]);
    let mut pty = capture(&home);
    pty.keys("한 줄\r그리고");
    pty.signal(Signal::TERM);
    assert!(pty.ends_within(Duration::from_secs(2)).success());
    let files = fs::read_dir(home.library().parent().unwrap()).unwrap().map(|it| it.unwrap().file_name());
    assert!(!files.into_iter().any(|name| name.to_string_lossy().contains("unsaved")));
}

/// A rescue file of a study that the library has never seen: it is begun from the file, and what belongs to no study that
/// is there is told by its line.
#[test]
fn a_rescue_file_brings_its_own_study_and_lines_of_others_are_not_passed_over_in_silence() {
    use whybuy::domain::{Edit, Record};
    use whybuy::exchange::rescue::{Rescued, Unfinished, write};
    let home = Home::with_study(&["P01"]);
    let other = crate::corpus::generator::study(5, 1, 3);
    let study = other.study().unwrap().id;
    let nowhere = crate::corpus::generator::study(6, 2, 1).study().unwrap().id;
    let unfinished = |study| Unfinished {
        study,
        slot: "capture:x@gone".to_owned(),
        text: "쓰던 줄".to_owned(),
        context: "concern".to_owned(),
    };
    let edits = other.records().map(Edit::Put).collect::<Vec<Edit>>();
    let rescued = Rescued { edits, drafts: vec![unfinished(study), unfinished(nowhere)] };
    let mut bytes = Vec::new();
    let written = write(&rescued, &mut bytes).unwrap();
    let file = home.path().join("rescue.jsonl");
    fs::write(&file, bytes).unwrap();
    let said = home.run(&["import", file.to_str().unwrap()]);
    assert!(said.contains(&format!("{}", written - 1)) && said.contains("study is not in this library"), "{said}");
    let store = home.store();
    let back = store.load(study).unwrap();
    let records = |research: &whybuy::domain::Research| research.records().collect::<Vec<Record>>();
    assert_eq!(records(&back), records(&other));
    assert_eq!(store.drafts(study).unwrap().len(), 1);
    assert!(file.exists(), "a file that was put there by hand stays");
    // Once more changes nothing.
    home.run(&["import", file.to_str().unwrap()]);
    assert_eq!(records(&home.store().load(study).unwrap()), records(&other));
}
