//! Where it listens.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;

use tokio::net::TcpListener;

use crate::outcome::Stop;

/// The port where nobody names one, or the first one after it that is free.
const PORT: u16 = 8080;
/// How many are tried.
const TRIES: u16 = 100;

/// Where to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Listen {
    /// On which of the machine's addresses.
    pub(crate) ip: IpAddr,
    /// On which port, where somebody named one.
    port: Option<u16>,
}

impl Default for Listen {
    fn default() -> Listen {
        Listen { ip: Ipv4Addr::LOCALHOST.into(), port: None }
    }
}

impl FromStr for Listen {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Listen, &'static str> {
        let with_port =
            text.parse::<SocketAddr>().map(|address| Listen { ip: address.ip(), port: Some(address.port()) });
        let found = with_port.or_else(|_| text.parse().map(|ip| Listen { ip, port: None }));
        found.map_err(|_| "an address is IP or IP:PORT, as in 127.0.0.1:8080 or 0.0.0.0")
    }
}

impl Listen {
    /// Listens; where nobody named the port and it is taken, on the next.
    pub(crate) async fn bind(self) -> Result<TcpListener, Stop> {
        let (from, to) = self.port.map_or((PORT, PORT + TRIES), |named| (named, named));
        for port in from..to {
            match bind(self.ip, port).await {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
                done => return done.map_err(|error| cannot(self.ip, port, &error)),
            }
        }
        bind(self.ip, to).await.map_err(|error| cannot(self.ip, to, &error))
    }
}

async fn bind(ip: IpAddr, port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((ip, port)).await
}

/// That one cannot listen at an address, and why.
pub(crate) fn cannot(ip: IpAddr, port: u16, error: &io::Error) -> Stop {
    let address = SocketAddr::new(ip, port);
    Stop::Cannot(match error.kind() {
        io::ErrorKind::AddrInUse => format!("{address}: another program listens there already"),
        _ => format!("{address}: cannot listen there: {error}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_named_with_or_without_its_port() {
        let listen = |ip: &str, port| Ok(Listen { ip: ip.parse().unwrap(), port });
        assert_eq!("0.0.0.0".parse(), listen("0.0.0.0", None));
        assert_eq!("127.0.0.1:0".parse(), listen("127.0.0.1", Some(0)));
        assert_eq!("[::1]:80".parse(), listen("::1", Some(80)));
        assert_eq!("::".parse(), listen("::", None));
        for wrong in ["", "8080", "localhost:80", "127.0.0.1:", "127.0.0.1:99999"] {
            assert!(wrong.parse::<Listen>().is_err(), "{wrong}");
        }
    }
}
