package it;

import org.slf4j.LoggerFactory;

public final class Handler {

  public String handle(String event) {
    LoggerFactory.getLogger(Handler.class).info(event);
    return event;
  }
}
