//! The parts of the bench, each a table.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use whybuy::insight::likeness::Likeness;
use whybuy::insight::terms::{Reading, read_all};
use whybuy::insight::themes::{Groups, Texts};
use whybuy::insight::{naming, quotes as choice, summary};

use super::dice::Dice;
use super::measures::{ami, b_cubed, interval, mean, recall, rouge};
use super::sets::{self, Grouped, some};
use super::space::Space;
use super::{baselines, space};

/// The seeds of what is left to chance.
const SEEDS: u64 = 5;
/// The words of a summary.
const BUDGET: usize = 110;

/// The values of one method, measure by measure, set by set.
struct Method {
    name: &'static str,
    values: Vec<Vec<f64>>,
}

impl Method {
    fn new(name: &'static str, measures: usize) -> Method {
        Method { name, values: vec![Vec::new(); measures] }
    }

    fn add(&mut self, values: &[f64]) {
        self.values.iter_mut().zip(values).for_each(|(all, it)| all.push(*it));
    }
}

/// A table of methods against the first: each mean, and for the measures that are compared how much the first is ahead,
/// with the interval of the difference.
fn print(title: &str, measures: &[(&str, bool)], methods: &[Method]) {
    println!("\n{title}\n");
    let heads =
        measures.iter().map(
            |(name, is_compared)| {
                if *is_compared { format!("{name} | whybuy is ahead by") } else { (*name).to_owned() }
            },
        );
    println!("| method | {} |", heads.collect::<Vec<_>>().join(" | "));
    let columns = 1 + measures.len() + measures.iter().filter(|it| it.1).count();
    println!("|---|{}", "---:|".repeat(columns - 1));
    for method in methods {
        let mut cells = vec![method.name.to_owned()];
        for (at, (_, is_compared)) in measures.iter().enumerate() {
            let value = mean(&method.values[at]);
            cells.push(if value >= 2.0 { format!("{value:.1}") } else { format!("{value:.3}") });
            if *is_compared {
                cells.push(ahead(&methods[0].values[at], &method.values[at]));
            }
        }
        println!("| {} |", cells.join(" | "));
    }
}

fn ahead(first: &[f64], other: &[f64]) -> String {
    let differences: Vec<f64> = first.iter().zip(other).map(|(a, b)| a - b).collect();
    if differences.iter().all(|it| *it == 0.0) {
        return String::new();
    }
    let (low, high) = interval(&differences);
    let verdict = if low > 0.0 {
        ""
    } else if high < 0.0 {
        " **behind**"
    } else {
        " (undecided)"
    };
    format!("{:+.3} [{low:+.3}, {high:+.3}]{verdict}", mean(&differences))
}

/// The mean over seeds of values by measure.
fn by_chance(values: impl Fn(&mut Dice) -> Vec<f64>) -> Vec<f64> {
    let runs: Vec<Vec<f64>> = (0..SEEDS).map(|seed| values(&mut Dice::new(seed))).collect();
    (0..runs[0].len()).map(|at| mean(&runs.iter().map(|it| it[at]).collect::<Vec<_>>())).collect()
}

/// A number for each text by its group; an unsorted text is a group of its own.
fn labels(groups: &Groups, size: usize) -> Vec<usize> {
    let mut labels: Vec<usize> = (0..size).map(|at| groups.groups.len() + at).collect();
    for (number, group) in groups.groups.iter().enumerate() {
        group.iter().for_each(|at| labels[*at] = number);
    }
    labels
}

/// The rule of thumb, which is all that a plain method has.
fn thumb(size: usize) -> usize {
    ((size as f64 / 2.0).sqrt().round() as usize).clamp(2, 12)
}

pub fn themes(folder: &Path) {
    let argued = sets::argued(folder);
    let arguments: Vec<Grouped> = argued.iter().map(|set| set.grouped("argkp".to_owned())).collect();
    let all = [
        ("ArgKP: arguments by key point", arguments),
        ("BANKING77: messages by intent", sets::banking(folder, 1)),
        ("paraKQC: Korean utterances by meaning", sets::parakqc(folder, 1)),
    ];
    for (title, sets) in all {
        let names = ["whybuy", "k-means, TF-IDF", "NMF, TF-IDF", "random, 5 seeds"];
        let mut methods: Vec<Method> = names.iter().map(|it| Method::new(it, 4)).collect();
        let (mut texts, mut unsorted) = (0, 0);
        let sets: Vec<Grouped> =
            sets.into_iter().filter(|it| it.groups.iter().collect::<BTreeSet<_>>().len() > 1).collect();
        for set in &sets {
            let size = set.texts.len();
            let human = set.groups.iter().collect::<BTreeSet<_>>().len();
            let score = |at_human: &[usize], at_own: &[usize]| {
                let truth = &set.groups;
                [ami(truth, at_human), b_cubed(truth, at_human), ami(truth, at_own), b_cubed(truth, at_own)]
            };
            let ours = Texts::of(&set.texts);
            let own = ours.groups(None);
            (texts, unsorted) = (texts + size, unsorted + own.unsorted.len());
            methods[0].add(&score(&labels(&ours.groups(Some(human)), size), &labels(&own, size)));
            let plain = Space::of(&set.texts);
            let k = thumb(size);
            methods[1].add(&score(&baselines::k_means(&plain, human), &baselines::k_means(&plain, k)));
            methods[2].add(&score(&baselines::factors(&plain, human), &baselines::factors(&plain, k)));
            methods[3].add(&by_chance(|dice| {
                let mut any = |k: usize| -> Vec<usize> { (0..size).map(|_| dice.below(k)).collect() };
                score(&any(human), &any(k)).to_vec()
            }));
        }
        let title = format!(
            "**{title}** ({} sets, {texts} texts; {:.1} % stay unsorted at the own k)",
            sets.len(),
            100.0 * unsorted as f64 / texts as f64
        );
        let measures = [("AMI, human k", true), ("B³-F, human k", false), ("AMI, own k", true), ("B³-F, own k", false)];
        print(&title, &measures, &methods);
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

pub fn quotes(folder: &Path) {
    let names =
        ["whybuy", "random, 5 seeds", "lead", "longest", "k-means, TF-IDF", "NMF, TF-IDF", "LexRank", "SumBasic"];
    let mut methods: Vec<Method> = names.iter().map(|it| Method::new(it, 3)).collect();
    let sets = sets::argued(folder);
    for set in &sets {
        let kept: Vec<usize> = (0..set.texts.len()).filter(|at| !set.makes[*at].is_empty()).collect();
        let texts: Vec<String> = kept.iter().map(|at| set.texts[*at].clone()).collect();
        let makes: Vec<BTreeSet<usize>> = kept.iter().map(|at| set.makes[*at].clone()).collect();
        let k = set.points.len();
        let score = |chosen: &[usize]| {
            let chosen = &chosen[..k.min(chosen.len())];
            let (plain, weighted) = recall(&makes, chosen);
            vec![plain, weighted, mean(&chosen.iter().map(|at| words(&texts[*at]) as f64).collect::<Vec<_>>())]
        };
        methods[0].add(&score(&quoted(&texts, k)));
        methods[1].add(&by_chance(|dice| score(&some(dice, k, texts.len()))));
        let plain = Space::of(&texts);
        let orders = [
            (0..texts.len()).collect(),
            baselines::longest(&texts),
            baselines::central(&plain, &baselines::k_means(&plain, k)),
            baselines::central(&plain, &baselines::factors(&plain, k)),
            baselines::lex_rank(&plain),
            baselines::sum_basic(&plain),
        ];
        orders.iter().zip(&mut methods[2..]).for_each(|(order, method)| method.add(&score(order)));
    }
    let title = format!("**Quotes** (ArgKP, {} sets: as many arguments as there are key points)", sets.len());
    let measures = [("key points found", true), ("by prevalence", true), ("words of a quote", false)];
    print(&title, &measures, &methods);
}

/// A quote for each of `k` candidate themes; what is missing to `k` is chosen by spread.
fn quoted(texts: &[String], k: usize) -> Vec<usize> {
    let set = Texts::of(texts);
    let likeness = set.likeness(&(0..texts.len()).collect::<Vec<_>>());
    let groups = set.groups(Some(k)).groups;
    let mut chosen: Vec<usize> =
        groups.iter().filter_map(|group| choice::medoid(&set.readings, &likeness, group)).collect();
    let more = choice::spread(&set.readings, &likeness, k).into_iter().filter(|it| !chosen.contains(it));
    let more: Vec<usize> = more.take(k - chosen.len()).collect();
    chosen.extend(more);
    chosen
}

pub fn evidence(folder: &Path) {
    let names = ["whybuy", "random, 5 seeds", "lead", "longest", "LexRank", "SumBasic"];
    let mut methods: Vec<Method> = names.iter().map(|it| Method::new(it, 3)).collect();
    let meetings = sets::meetings(folder);
    for meeting in &meetings {
        let texts = &meeting.sentences;
        let score = |chosen: &[usize]| {
            let is_evidence = |at: &&usize| meeting.evidence.iter().any(|it| it.contains(at));
            let covered = meeting.evidence.iter().filter(|it| chosen.iter().any(|at| it.contains(at))).count();
            let precise = chosen.iter().filter(is_evidence).count() as f64 / chosen.len().max(1) as f64;
            vec![covered as f64 / meeting.evidence.len() as f64, precise, chosen.len() as f64]
        };
        let readings = read_all(texts);
        methods[0].add(&score(&summary::summary(&readings, &Likeness::of(&readings), BUDGET)));
        methods[1].add(&by_chance(|dice| score(&within(texts, &some(dice, texts.len(), texts.len())))));
        let plain = Space::of(texts);
        let orders = [
            (0..texts.len()).collect(),
            baselines::longest(texts),
            baselines::lex_rank(&plain),
            baselines::sum_basic(&plain),
        ];
        orders.iter().zip(&mut methods[2..]).for_each(|(order, method)| method.add(&score(&within(texts, order))));
    }
    let title = format!("**Evidence** (QMSum, {} parts of meetings, {BUDGET} words each)", meetings.len());
    print(&title, &[("coverage", true), ("precision", true), ("sentences", false)], &methods);
}

/// The texts of an order that fit into the budget.
fn within(texts: &[String], order: &[usize]) -> Vec<usize> {
    let mut room = BUDGET;
    let fitting = order.iter().copied().filter(|at| {
        let fits = words(&texts[*at]) <= room;
        room -= if fits { words(&texts[*at]) } else { 0 };
        fits
    });
    fitting.collect()
}

pub fn names(folder: &Path) {
    let names = [
        "whybuy: name and short quote",
        "whybuy: name alone",
        "whybuy: short quote alone",
        "random text, 5 seeds",
        "first text",
        "longest text",
        "five words, TF-IDF",
        "LexRank",
        "SumBasic",
    ];
    let mut methods: Vec<Method> = names.iter().map(|it| Method::new(it, 2)).collect();
    let mut points = 0;
    for set in sets::argued(folder) {
        let grouped = set.grouped(String::new());
        let readings = read_all(&grouped.texts);
        let groups: Vec<(usize, Vec<usize>)> = (0..set.points.len())
            .map(|point| (point, (0..readings.len()).filter(|at| grouped.groups[*at] == point).collect::<Vec<_>>()))
            .filter(|(_, group)| group.len() > 2)
            .collect();
        if groups.is_empty() {
            continue;
        }
        points += groups.len();
        let given: Vec<Vec<usize>> = groups.iter().map(|it| it.1.clone()).collect();
        let ours = naming::names(&readings, &given, &vec![true; readings.len()], &[]);
        let mut values = vec![[Vec::new(), Vec::new()]; methods.len()];
        for (number, (point, group)) in groups.iter().enumerate() {
            let texts: Vec<String> = group.iter().map(|at| grouped.texts[*at].clone()).collect();
            let plain = Space::of(&texts);
            let own: Vec<Reading> = group.iter().map(|at| readings[*at].clone()).collect();
            let all: Vec<usize> = (0..own.len()).collect();
            let short = choice::short_central(&own, &Likeness::of(&own), &all).expect("a text");
            let mut told = vec![
                format!("{} {}", ours[number], texts[short]),
                ours[number].clone(),
                texts[short].clone(),
                String::new(),
            ];
            told.push(texts[0].clone());
            told.push(texts[baselines::longest(&texts)[0]].clone());
            told.push(five_words(&plain));
            told.push(texts[baselines::lex_rank(&plain)[0]].clone());
            told.push(texts[baselines::sum_basic(&plain)[0]].clone());
            let score = |text: &str| vec![rouge(&set.points[*point], text), words(text) as f64];
            for (at, text) in told.iter().enumerate() {
                let score =
                    if at == 3 { by_chance(|dice| score(&texts[dice.below(texts.len())])) } else { score(text) };
                values[at].iter_mut().zip(score).for_each(|(all, it)| all.push(it));
            }
        }
        methods.iter_mut().zip(&values).for_each(|(method, [f, words])| method.add(&[mean(f), mean(words)]));
    }
    let title = format!("**Names** (ArgKP: the arguments of each of {points} key points, against its wording)");
    print(&title, &[("ROUGE-1 F", true), ("words", false)], &methods);
}

/// The words that weigh most in a group.
fn five_words(plain: &Space) -> String {
    let mut weight = vec![0.0; plain.terms.len()];
    plain.vectors.iter().flatten().for_each(|(word, it)| weight[*word] += it);
    let order = baselines::ordered(weight.len(), |at| weight[at]);
    order.into_iter().take(5).map(|at| plain.terms[at].clone()).collect::<Vec<_>>().join(" ")
}

pub fn speed(folder: &Path) {
    println!(
        "\n**Speed** (CPU time of one thread, the median of five runs, from texts to named candidate themes with quotes)\n"
    );
    println!("| texts | goal | whybuy | k-means, TF-IDF, as many groups | ratio |");
    println!("|---|---:|---:|---:|---:|");
    let messages: Vec<String> = sets::banking(folder, 3).into_iter().flat_map(|it| it.texts).collect();
    let utterances: Vec<String> = sets::parakqc(folder, 3).into_iter().flat_map(|it| it.texts).collect();
    for (name, texts) in [("BANKING77", &messages), ("paraKQC", &utterances)] {
        for (size, goal) in [(150, "50 ms"), (1_000, "2 s")] {
            let texts = &texts[..size];
            let k = Texts::of(texts).own_k();
            let ours = median(|| {
                let set = Texts::of(texts);
                let groups = set.groups(None).groups;
                let names = naming::names(&set.readings, &groups, &vec![true; size], &[]);
                let shown = groups.iter().map(|group| {
                    let own: Vec<Reading> = group.iter().map(|at| set.readings[*at].clone()).collect();
                    let all: Vec<usize> = (0..own.len()).collect();
                    choice::short_central(&own, &set.likeness(group), &all)
                });
                names.len() + shown.flatten().count()
            });
            let plain = median(|| baselines::k_means(&space::Space::of(texts), k).len());
            let ms = |it: Duration| format!("{:.1} ms", it.as_secs_f64() * 1000.0);
            let ratio = ours.as_secs_f64() / plain.as_secs_f64();
            println!("| {size}, {name} | {goal} | {} | {} | {ratio:.2} |", ms(ours), ms(plain));
        }
    }
}

/// How long this thread has worked: what others do on the machine does not count.
fn worked() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(now.tv_sec).unwrap_or(0), u32::try_from(now.tv_nsec).unwrap_or(0))
}

fn median(mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let start = worked();
            std::hint::black_box(run());
            worked() - start
        })
        .collect();
    times.sort();
    times[2]
}
