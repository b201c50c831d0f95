package io.github.lambdalayer.operate;

import io.github.lambdalayer.endpoint.Functions;

/** What befalls the thirteenth function after all were examined. */
enum Trouble {
  BAD_STATE("state: Pending") {
    @Override
    void befall(Functions functions) {
      functions.state(
          TwentyFunctions.ACCOUNT, TwentyFunctions.IRELAND, TwentyFunctions.THIRTEENTH, "Pending");
    }
  },
  UNDER_UPDATE("An update is in progress") {
    @Override
    void befall(Functions functions) {
      functions.startUpdate(
          TwentyFunctions.ACCOUNT, TwentyFunctions.IRELAND, TwentyFunctions.THIRTEENTH, 2);
    }
  },
  LOST_REVISION("Somebody else has changed the function meanwhile") {
    @Override
    void befall(Functions functions) {
      functions.rivalBeforeNextUpdate(
          TwentyFunctions.ACCOUNT, TwentyFunctions.IRELAND, TwentyFunctions.THIRTEENTH);
    }
  },
  THROTTLED("429 TooManyRequestsException") {
    @Override
    void befall(Functions functions) {
      functions.throttle(
          TwentyFunctions.ACCOUNT, TwentyFunctions.IRELAND, TwentyFunctions.THIRTEENTH, true);
    }
  },
  CODE_SIGNING("Sign the layer with one of the allowed profiles") {
    @Override
    void befall(Functions functions) {
      functions.requireSignature(
          TwentyFunctions.ACCOUNT,
          TwentyFunctions.IRELAND,
          TwentyFunctions.THIRTEENTH,
          true,
          "the-profile");
    }
  },
  CODE_SIGNING_CONFIGURATION_GONE("not there any more") {
    @Override
    void befall(Functions functions) {
      functions.removeSigningConfig(
          functions.requireSignature(
              TwentyFunctions.ACCOUNT,
              TwentyFunctions.IRELAND,
              TwentyFunctions.THIRTEENTH,
              true,
              "the-profile"));
    }
  },
  FAILED_UPDATE("Lambda has given the update up: no room in the subnet") {
    @Override
    void befall(Functions functions) {
      functions.failNextUpdate(
          TwentyFunctions.ACCOUNT,
          TwentyFunctions.IRELAND,
          TwentyFunctions.THIRTEENTH,
          "no room in the subnet");
    }
  },
  FAILED_INVOCATION("it has failed (Unhandled): java.lang.NoClassDefFoundError com/example/A") {
    @Override
    void befall(Functions functions) {
      functions.answer(
          TwentyFunctions.ACCOUNT,
          TwentyFunctions.IRELAND,
          TwentyFunctions.THIRTEENTH,
          "Unhandled",
          "{\"errorMessage\":\"com/example/A\",\"errorType\":\"java.lang.NoClassDefFoundError\"}");
    }
  },
  LOST_ANSWERS("500 ServiceException") {
    @Override
    void befall(Functions functions) {
      functions.breakDown(
          TwentyFunctions.ACCOUNT, TwentyFunctions.IRELAND, TwentyFunctions.THIRTEENTH, 12, false);
    }
  };

  final String said;

  Trouble(String said) {
    this.said = said;
  }

  abstract void befall(Functions functions);
}
