//! `signpost health`: asks the portal on this machine whether it is up, for containers.

use std::{
    io::{Read as _, Write as _},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream},
    time::Duration,
};

use anyhow::Context as _;

const PATIENCE: Duration = Duration::from_secs(2);

/// Asks `/healthz` of the portal on this machine.
pub fn ask(listen: SocketAddr) -> anyhow::Result<()> {
    let host = if listen.ip().is_unspecified() { IpAddr::from(Ipv4Addr::LOCALHOST) } else { listen.ip() };
    let address = SocketAddr::new(host, listen.port());
    let talk = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    let answer =
        talk().with_context(|| format!("nothing answers at {address}: SIGNPOST_LISTEN says where it listens"))?;
    let first = answer.lines().next().unwrap_or_default();
    anyhow::ensure!(first.contains(" 200 "), "the portal at {address} answers {first}");
    println!("up");
    Ok(())
}
