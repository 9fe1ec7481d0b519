# Named commands for people; CI calls `.ci/run`. Without `just`, each body works as it stands.

# everything that a change must pass
ci:
    bash .ci/run

# the README's test command
test:
    cargo test

# known vulnerabilities; needs the advisory database, which CI cannot fetch
advisories:
    cargo deny check advisories

# the long crash run: a thousand kills, in release
kills count="1000":
    WHYBUY_KILLS={{count}} cargo test --release --test it kill:: -- --nocapture

# the same kill test against a saver that acknowledges before it commits: must find a loss
mutant:
    cargo test --features mutant_ack_early --test it kill:: -- --nocapture

# medians and ratios for docs/performance.md
bench:
    cargo bench

# fix what can be fixed by machine
tidy:
    cargo fmt
    cargo clippy --all-targets
