package io.github.lambdalayer.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange: record it, let faults interfere, answer. */
final class EndpointHandler implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(EndpointHandler.class.getName());

  private final List<Service> services;
  private final CallLog log;
  private final Faults faults;
  private final RateMeter rate;

  /** The first service also gets the calls that are signed for none of them. */
  EndpointHandler(List<Service> services, CallLog log, Faults faults, RateMeter rate) {
    this.services = List.copyOf(services);
    this.log = log;
    this.faults = faults;
    this.rate = rate;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    CallLog.Entry entry = log.arrived();
    try (http) {
      new Exchange(http, entry).run();
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The client broke off", e);
    }
  }

  /** The state of one exchange. */
  private final class Exchange {
    private final long began = System.nanoTime();
    private final HttpExchange http;
    private final Incoming incoming;
    private final CallLog.Entry entry;
    private final RequestBody body;
    private final Service service;
    private Route route = new Route(Route.UNKNOWN, Map.of(), Map.of());
    private Caller caller = Caller.NOBODY;
    private @Nullable ServiceError refusal;

    Exchange(HttpExchange http, CallLog.Entry entry) {
      this.http = http;
      this.incoming = Incoming.of(http);
      this.entry = entry;
      this.body = new RequestBody(http.getRequestBody());
      String scope = incoming.service();
      this.service =
          services.stream()
              .filter(candidate -> candidate.scope().equals(scope))
              .findFirst()
              .orElse(services.get(0));
    }

    void run() throws IOException {
      try {
        identify();
        Optional<Fault> fault = faults.next(route.operation(), caller);
        if (fault.filter(Fault::resets).isPresent()) {
          reset(fault.get());
          return;
        }
        Answer answer = answer(fault);
        body.drain();
        faults.pause(began, fault.filter(Fault.SLOW::equals).isPresent());
        deliver(answer, fault);
      } catch (UncheckedIOException e) {
        settle(0);
        throw e;
      }
    }

    private void identify() throws IOException {
      try {
        route = service.route(incoming, body);
        body.limitFor(route.operation());
        caller = service.caller(route, incoming);
        if (service.rateLimited(route) && !rate.admit(caller)) {
          throw ServiceError.throttled("Rate exceeded");
        }
        faults.requireAllowed(service.scope(), route.operation(), caller);
      } catch (ServiceError e) {
        refusal = e;
      } catch (IllegalArgumentException e) {
        LOG.log(System.Logger.Level.DEBUG, "No operation has such a path", e);
      }
    }

    private void reset(Fault fault) throws IOException {
      if (fault == Fault.RESET_MIDDLE) {
        body.drain(incoming.contentLength() / 2);
      }
      faults.pause(began, false);
      settle(0);
    }

    private Answer answer(Optional<Fault> fault) {
      try {
        if (refusal != null) {
          throw refusal;
        }
        if (fault.isPresent() && !fault.get().worksFirst()) {
          return fault.get().answer(this::refuse);
        }
        boolean late = fault.filter(Fault.PUBLISH_LATE::equals).isPresent();
        Duration lateness = late ? faults.lateness() : Duration.ZERO;
        return service.answer(new Call(route, caller, body, incoming, lateness));
      } catch (ServiceError e) {
        return refuse(e);
      } catch (UncheckedIOException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "The endpoint itself failed", e);
        return refuse(ServiceError.service("The endpoint itself failed: " + e));
      }
    }

    private Answer refuse(ServiceError error) {
      Answer answer = service.refusal(error);
      return error.throttles()
          ? answer.withHeader("Retry-After", String.valueOf(faults.retryAfter()))
          : answer;
    }

    private void deliver(Answer answer, Optional<Fault> fault) throws IOException {
      boolean cut = fault.filter(Fault.ANSWER_CUT::equals).isPresent();
      if (fault.filter(Fault::losesAnswer).isPresent() || (cut && answer.length() == 0)) {
        settle(0);
      } else if (fault.filter(Fault::replacesAnswer).isPresent()) {
        send(fault.get().answer(this::refuse), false);
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
      boolean head = incoming.method().equals("HEAD");
      if (head) {
        http.getResponseHeaders().set("Content-Length", String.valueOf(answer.length()));
      }
      boolean bare = head || answer.length() == 0;
      http.sendResponseHeaders(answer.status(), bare ? -1 : answer.length());
      if (!bare) {
        sendBody(answer, cut);
      }
    }

    private void sendBody(Answer answer, boolean cut) throws IOException {
      OutputStream out = http.getResponseBody();
      try (InputStream in = answer.body().open()) {
        Streams.copy(in, out, cut ? answer.length() / 2 : answer.length());
      }
      out.flush();
      if (!cut) {
        out.close();
      }
    }

    /** Before the client can see the outcome, so that a test may look at once. */
    private void settle(int status) {
      entry.settle(
          new RecordedCall(
              route.operation(),
              incoming.method(),
              incoming.path(),
              route.query(),
              caller.region(),
              caller.account(),
              body.count(),
              status));
    }
  }
}
