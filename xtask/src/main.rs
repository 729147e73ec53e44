//! `cargo xtask`: everything that a person types. Each subcommand is a module and does its own set-up, so that a fresh
//! clone needs nothing but rustup and Node.

mod args;
mod bench;
mod browsers;
mod check_dist;
mod eval;
mod export;
/// What the About page says of how often mining is right.
#[path = "../../src/figures.rs"]
mod figures;
mod lighthouse;
mod lines;
mod mine;
mod packages;
mod paint;
mod palette;
mod progress;
mod project;
mod report;
mod seeds;
mod serve;
mod setup;
mod site;
mod synth;
mod test;
mod tools;
mod train;

use std::process::ExitCode;

use args::Task;

fn main() -> ExitCode {
    let outcome = args::parse(std::env::args_os().skip(1).collect()).and_then(|task| match task {
        Task::Help => {
            print!("{}", args::USAGE);
            Ok(())
        }
        Task::Setup => setup::for_everything(),
        Task::Serve(options) => serve::run(&options),
        Task::Build(options) => site::run(&options),
        Task::CheckDist(options) => check_dist::run(&options),
        Task::Mine(options) if options.form == args::Form::Lines => lines::run(options.seeds.as_deref()),
        Task::Mine(options) => mine::run(&options),
        Task::Export(options) => export::run(&options),
        Task::Test => test::run(),
        Task::Eval => eval::run(),
        Task::Train => train::run(),
        Task::Lighthouse => lighthouse::run(),
        Task::Paint(options) => paint::run(&options),
        Task::Synth(options) => synth::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Palette => palette::run(),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
