package it;

public final class Own {}
