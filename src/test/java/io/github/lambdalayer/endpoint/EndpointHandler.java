package io.github.lambdalayer.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One HTTP exchange: record it, let faults interfere, answer. */
final class EndpointHandler implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(EndpointHandler.class.getName());

  private final LayerService service;
  private final CallLog log;
  private final FaultQueue faults;

  EndpointHandler(LayerService service, CallLog log, FaultQueue faults) {
    this.service = service;
    this.log = log;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    CallLog.Entry entry = log.arrived();
    try (http) {
      new Exchange(http, route(http), entry).run();
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The client broke off", e);
    }
  }

  private static Route route(HttpExchange http) {
    try {
      return Route.of(http.getRequestMethod(), http.getRequestURI());
    } catch (IllegalArgumentException e) {
      return new Route(Route.UNKNOWN, Map.of(), Map.of());
    }
  }

  /** The state of one exchange. */
  private final class Exchange {
    private final HttpExchange http;
    private final Route route;
    private final CallLog.Entry entry;
    private final RequestBody body;
    private Caller caller = Caller.NOBODY;

    Exchange(HttpExchange http, Route route, CallLog.Entry entry) {
      this.http = http;
      this.route = route;
      this.entry = entry;
      this.body = new RequestBody(http.getRequestBody(), route.operation());
    }

    void run() throws IOException {
      Optional<Fault> fault = faults.next(route.operation());
      try {
        if (fault.filter(Fault.RESET_BEFORE::equals).isPresent()) {
          settle(0);
          return;
        }
        Answer answer = answer(fault);
        body.drain();
        deliver(answer, fault);
      } catch (UncheckedIOException e) {
        settle(0);
        throw e;
      }
    }

    private Answer answer(Optional<Fault> fault) {
      try {
        caller = LayerService.caller(route, http.getRequestHeaders());
        if (fault.isPresent() && !fault.get().worksFirst()) {
          return fault.get().answer();
        }
        return service.answer(new Call(route, caller, body), http.getRequestURI().getRawPath());
      } catch (ServiceError e) {
        return e.answer();
      } catch (UncheckedIOException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "The endpoint itself failed", e);
        return ServiceError.service("The endpoint itself failed: " + e).answer();
      }
    }

    private void deliver(Answer answer, Optional<Fault> fault) throws IOException {
      boolean cut = fault.filter(Fault.ANSWER_CUT::equals).isPresent();
      if (fault.filter(Fault.ANSWER_LOST::equals).isPresent() || (cut && answer.length() == 0)) {
        settle(0);
      } else if (fault.filter(Fault.SERVICE_EXCEPTION_500_AFTER::equals).isPresent()) {
        send(Fault.SERVICE_EXCEPTION_500_AFTER.answer(), false);
      } else if (fault.filter(Fault.ANSWER_GARBLED::equals).isPresent()) {
        send(answer.garbled(), false);
      } else {
        send(answer, cut);
      }
    }

    private void send(Answer answer, boolean cut) throws IOException {
      settle(answer.status());
      http.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      answer.headers().forEach(http.getResponseHeaders()::set);
      http.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
      if (answer.length() > 0) {
        OutputStream out = http.getResponseBody();
        try (InputStream in = answer.body().open()) {
          copy(in, out, cut ? answer.length() / 2 : answer.length());
        }
        out.flush();
        if (!cut) {
          out.close();
        }
      }
    }

    private void copy(InputStream in, OutputStream out, long length) throws IOException {
      byte[] buffer = new byte[1 << 16];
      for (long left = length; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("A stored file is shorter than it was");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }

    /** Before the client can see the outcome, so that a test may look at once. */
    private void settle(int status) {
      entry.settle(
          new RecordedCall(
              route.operation(),
              http.getRequestMethod(),
              http.getRequestURI().getRawPath(),
              route.query(),
              caller.region(),
              caller.account(),
              body.count(),
              status));
    }
  }
}
