//! What the words promise.

use words::English;

#[test]
fn a_file_with_only_one_message_says_the_others_by_their_keys() {
    assert_eq!(English::worded("days = days").days(3), "days");
    assert_eq!(English::worded("days = days").months(3), "months");
}
