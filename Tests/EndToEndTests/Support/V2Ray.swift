import Testing

/// A real V2Ray with an inbound for HTTP and one for SOCKS, both on loopback, which goes out by the proxy of a world.
final class V2Ray {
    /// The port that speaks HTTP.
    let http: UInt16
    /// The port that speaks SOCKS 5.
    let socks: UInt16
    /// Its configuration.
    let file: String
    private let process: ServedProcess

    /// Starts one.
    init(before world: OutsideWorld, in sandbox: Sandbox) throws {
        let program = try Binary.require("v2ray")
        http = try ServedProcess.freePort()
        socks = try ServedProcess.freePort()
        file = sandbox.home + "/v2ray.json"
        try sandbox.write(
            """
            {
              // As the programs write it that have a window.
              "log": { "loglevel": "warning" },
              "inbounds": [
                { "tag": "socks", "listen": "127.0.0.1", "port": \(socks), "protocol": "socks",
                  "settings": { "auth": "noauth", "udp": true } },
                { "tag": "http", "listen": "127.0.0.1", "port": \(http), "protocol": "http",
                  "settings": {} }
              ],
              "outbounds": [
                { "protocol": "http",
                  "settings": { "servers": [ { "address": "127.0.0.1", "port": \(world.http) } ] } }
              ]
            }

            """, to: "v2ray.json")
        process = try ServedProcess([program, "-config", file], in: sandbox)
        ServedProcess.await(http)
        ServedProcess.await(socks)
    }
}
