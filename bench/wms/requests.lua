-- Requests whose addresses end as the lines of a file say, in turn; prints requests a second, p50 and p99 in ms, failures
-- and the number of requests.
local endings = {}
local nextEnding = 0
local base

function init(args)
    for line in io.lines(args[1]) do
        endings[#endings + 1] = line
    end
    base = wrk.path
end

function request()
    nextEnding = nextEnding % #endings + 1
    return wrk.format("GET", base .. endings[nextEnding])
end

function response(status, headers)
    if status ~= 200 or not string.find(headers["Content-Type"] or headers["content-type"] or "", "image/png", 1, true) then
        bad = (bad or 0) + 1
    end
end

local threads = {}

function setup(thread)
    thread:set("bad", 0)
    threads[#threads + 1] = thread
end

function done(summary, latency)
    local failed = summary.errors.timeout + summary.errors.read + summary.errors.connect
    for _, thread in ipairs(threads) do
        failed = failed + (thread:get("bad") or 0)
    end
    io.write(string.format("bench: %.2f %.3f %.3f %d %d\n", summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed, summary.requests))
end
