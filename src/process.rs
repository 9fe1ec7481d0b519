//! What the whole process does for the privacy of the interviews, before anything else happens: files of its own
//! are for their owner only, and a crash leaves no memory on the disk. Called once, first thing in `main`.

use std::io::Write;

use rustix::fs::Mode;
use rustix::process::{Resource, Rlimit, setrlimit, umask};

/// Makes every file that this process creates private (umask 077) and forbids core dumps, also those that the
/// kernel would pipe to a collector.
///
/// # Errors
///
/// What the operating system says when a limit cannot be set.
pub fn keep_private() -> std::io::Result<()> {
    umask(Mode::RWXG | Mode::RWXO);
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// Replaces the report of a panic by `message` and the place in the source, on the standard error. What the panic
/// itself says is left out, because it can quote a line of an interview; a backtrace follows where
/// `RUST_BACKTRACE` asks for one.
pub fn report_panics_privately(message: String) {
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let backtrace = std::backtrace::Backtrace::capture();
        let mut report = format!("{message}\n{place}\n");
        if backtrace.status() == std::backtrace::BacktraceStatus::Captured {
            report = format!("{report}{backtrace}\n");
        }
        // Where even this cannot be written there is nobody to tell.
        std::io::stderr().write_all(report.as_bytes()).unwrap_or_default();
    }));
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn files_are_private_and_no_core_is_left() {
        super::keep_private().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("note");
        std::fs::write(&path, "").unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(rustix::process::getrlimit(rustix::process::Resource::Core).current, Some(0));
    }
}
