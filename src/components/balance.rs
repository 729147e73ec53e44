//! How much each side gets to say, as a table with bars.

use explore::{Balance, Share};
use yew::prelude::*;

use super::{bar, position_classes, side_tag};
use crate::Site;
use crate::words::fill;

/// A row a position, a column a measure, each number with what it is a part of. Nothing where nothing is argued.
pub(crate) fn balance_table(site: Site, balance: &Balance, caption: &str) -> Html {
    let corpus = site.corpus();
    let words = &site.words().articles;
    let measures = |share: &Share| [share.arguments, share.speakers, share.quoted];
    html! {
        if balance.all.arguments > 0 {
            <table class="balance">
                <caption>{ caption.to_owned() }</caption>
                <thead>
                    <tr>
                        <td></td>
                        for name in [words.arguments, words.speakers, words.words_quoted] { <th scope="col">{ name }</th> }
                    </tr>
                </thead>
                <tbody>
                    for (position, share) in &balance.positions {
                        <tr class={position_classes(corpus, *position)}>
                            <th scope="row">{ side_tag(site, *position) }</th>
                            for (some, all) in measures(share).into_iter().zip(measures(&balance.all)) {
                                <td>{ part(site, some, all) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        }
    }
}

/// `12 of 20, 60%`, with a bar.
fn part(site: Site, part: usize, all: usize) -> Html {
    let words = &site.words().articles;
    let number = |n| site.locale().number(n);
    html! {
        if all == 0 {
            { words.none }
        } else {
            { fill(words.part, &[&number(part), &number(all), &number(percent(part, all))]) }
            { bar(part, all) }
        }
    }
}

/// A share in percent, rounded.
fn percent(part: usize, all: usize) -> usize {
    (part * 200 + all) / (2 * all.max(1))
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_rounded() {
        assert_eq!([percent(1, 3), percent(2, 3), percent(1, 200), percent(0, 5), percent(5, 5)], [33, 67, 1, 0, 100]);
        assert_eq!(percent(0, 0), 0);
    }
}
