/// The video that the book follows, as YouTube knows it.
pub const VIDEO_ID: &str = "atDp5bkzej4";

/// A second of the video at which something new begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// Minutes and seconds, as the video's own list writes them: `02:04`.
    pub at: &'static str,
    /// The video's heading.
    pub heading: &'static str,
    /// Where the book takes it up.
    pub home: Home,
}

/// The page of the book that takes up a [`Timestamp`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// The introduction.
    Introduction,
    /// The chapter of this number.
    Chapter(u8),
    /// The outro.
    Outro,
}

impl Timestamp {
    /// The timestamp written as `at`, if the video has it.
    #[must_use]
    pub fn find(at: &str) -> Option<&'static Self> {
        TIMESTAMPS.iter().find(|timestamp| timestamp.at == at)
    }

    /// The timestamp in seconds.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        self.at
            .bytes()
            .filter(u8::is_ascii_digit)
            .zip([600, 60, 10, 1])
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum()
    }

    /// The address of this second of the video.
    #[must_use]
    pub fn url(&self) -> String {
        let seconds = self.seconds();
        format!("https://www.youtube.com/watch?v={VIDEO_ID}&t={seconds}")
    }
}

/// The sixteen timestamps of the video, and where the book takes them up.
pub const TIMESTAMPS: [Timestamp; 16] = [
    timestamp("00:00", "Introduction", Home::Introduction),
    timestamp("00:38", "A Multi-Modal Distribution", Home::Chapter(1)),
    timestamp("01:10", "Clustering of Points", Home::Chapter(1)),
    timestamp("02:04", "A Superposition of Gaussians?", Home::Chapter(2)),
    timestamp("03:59", "Using Mixture Coefficients", Home::Chapter(3)),
    timestamp(
        "05:05",
        "A special case of Mixture Distributions",
        Home::Chapter(3),
    ),
    timestamp("05:33", "The Directed Graphical Model", Home::Chapter(4)),
    timestamp("07:52", "Alternative Model with plates", Home::Chapter(4)),
    timestamp("08:45", "The joint", Home::Chapter(5)),
    timestamp("10:28", "TFP: Defining the Parameters", Home::Chapter(6)),
    timestamp("11:27", "TFP: The Categorical", Home::Chapter(6)),
    timestamp("12:12", "TFP: The batched Normal", Home::Chapter(6)),
    timestamp("13:13", "TFP: GMM in Principle", Home::Chapter(6)),
    timestamp(
        "14:13",
        "TFP: Using the TFP Mixture Distribution",
        Home::Chapter(6),
    ),
    timestamp(
        "15:15",
        "TFP: Plotting the probability density",
        Home::Chapter(6),
    ),
    timestamp("17:05", "Outro", Home::Outro),
];

const fn timestamp(
    at: &'static str,
    heading: &'static str,
    home: Home,
) -> Timestamp {
    Timestamp { at, heading, home }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_and_seconds_are_counted_in_seconds() {
        assert_eq!(Timestamp::find("02:04").unwrap().seconds(), 124);
        assert_eq!(Timestamp::find("15:15").unwrap().seconds(), 915);
        assert_eq!(
            Timestamp::find("17:05").unwrap().url(),
            "https://www.youtube.com/watch?v=atDp5bkzej4&t=1025"
        );
    }

    #[test]
    fn the_timestamps_are_in_the_order_of_the_video() {
        assert!(TIMESTAMPS.is_sorted_by_key(Timestamp::seconds));
    }
}
