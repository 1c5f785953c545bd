//! An export in whatever encoding, as UTF-8.

use std::io::{self, BufRead, Read};

use encoding_rs::{CoderResult, Decoder, Encoding};

/// How many bytes are decoded at once.
const CHUNK: usize = 16 << 10;

/// Reads text in an encoding as UTF-8, without a byte order mark. What is not in the encoding becomes U+FFFD.
pub(super) struct Decoded<R> {
    from: R,
    decoder: Decoder,
    text: Vec<u8>,
    /// How much of `text` is decoded, and how much of that was given.
    filled: usize,
    given: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(from: R, encoding: &'static Encoding) -> Decoded<R> {
        let decoder = encoding.new_decoder_with_bom_removal();
        Decoded { from, decoder, text: Vec::new(), filled: 0, given: 0, ended: false }
    }

    fn decode_more(&mut self) -> io::Result<()> {
        let mut chunk = [0; CHUNK];
        let read = self.from.read(&mut chunk)?;
        self.ended = read == 0;
        let room = self.decoder.max_utf8_buffer_length(read).unwrap_or(CHUNK * 4);
        self.text.resize(room, 0);
        let (result, taken, filled, _) = self.decoder.decode_to_utf8(&chunk[..read], &mut self.text, self.ended);
        if result != CoderResult::InputEmpty || taken != read {
            return Err(io::Error::other("the decoder asked for more room than it said"));
        }
        (self.filled, self.given) = (filled, 0);
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Decoded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.given == self.filled && !self.ended {
            self.decode_more()?;
        }
        Ok(&self.text[self.given..self.filled])
    }

    fn consume(&mut self, amount: usize) {
        self.given += amount;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use encoding_rs::{UTF_16LE, WINDOWS_1252};

    use super::{CHUNK, Decoded};

    #[test]
    fn text_in_another_encoding_is_read_whole_across_chunks() {
        let text = "Zoë;Müller;€\r\n".repeat(CHUNK / 5);
        let (bytes, _, _) = WINDOWS_1252.encode(&text);
        let mut read = String::new();
        Decoded::new(bytes.as_ref(), WINDOWS_1252).read_to_string(&mut read).expect("it is read");
        assert_eq!(read, text);
        let units: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        read.clear();
        Decoded::new(units.as_slice(), UTF_16LE).read_to_string(&mut read).expect("it is read");
        assert_eq!(read, text);
    }
}
