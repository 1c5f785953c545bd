use super::*;

#[test]
fn look() {
    for seed in [1, 2, 3, 4] {
        let t = std::time::Instant::now();
        let people: Vec<_> = demo::generate(20_000, seed, day("2026-06-30"), ladder()).collect();
        eprintln!("{:?}", t.elapsed());
        let t = std::time::Instant::now();
        eprintln!("{}", demo::Census::of(&people, ladder(), day("2026-06-30")));
        eprintln!("{:?}", t.elapsed());
    }
}
